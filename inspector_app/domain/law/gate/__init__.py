"""The legality gate (合法性审查): what blocks a document, why, by which rule, and what mends it.

A message names the rule of domain-facts §7 (R01 …), its legal basis, and the place to mend. Which
rules there are and how strong they are is data (:mod:`.rules`), what they look at is
:class:`~inspector_app.domain.law.case_facts.CaseFacts`, how they look is :mod:`.checks`, and
:mod:`.judging` asks them. Nothing is imported here: whoever needs the rules' data does not load the
checks, and the first page needs neither.
"""
