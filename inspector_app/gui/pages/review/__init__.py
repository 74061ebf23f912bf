"""审核: the supervisor's workbench, and for officers what became of their cases."""
