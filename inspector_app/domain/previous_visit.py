"""What became of the last visit's failed items (上次问题整改情况; 令49号 33)."""

from __future__ import annotations

from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.chinese import chinese_date
from inspector_app.domain.printed_numbers import printed_number
from inspector_app.domain.visit_state import Visit

__all__ = ["previous_words"]

# An item excluded today was not seen to be put right: it is not among those met.
_FOLLOWED_UP = {
    AnswerValue.MET: "本次已符合",
    AnswerValue.NOT_MET: "本次仍不符合",
    AnswerValue.EXCLUDED: "本次为合理缺项",
}


def previous_words(visit: Visit) -> str:
    """What became of the last visit's failed items, as today's answers tell; empty for a first visit."""
    last = visit.enterprise.last_visit
    if last is None:
        return ""
    when = f"上次检查（{chinese_date(last.at)}）"
    if last.not_met == 0:
        return f"{when}未发现不符合项目。"
    asked = [item for item in visit.items if item.code in last.items]
    answers = {printed_number(visit, item): visit.answers.get(item.code) for item in asked}
    words = f"{when}发现{last.not_met}项不符合"
    for value, now in _FOLLOWED_UP.items():
        numbers = [number for number, answer in answers.items() if answer and answer.value is value]
        if numbers:
            words += f"，项目{'、'.join(numbers)}{now}"
    unasked = last.not_met - sum(answer is not None for answer in answers.values())
    if unasked > 0:
        words += f"，{'其余' if answers else ''}{unasked}项本次未作评价"
    return words + "。"
