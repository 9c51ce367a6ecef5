"""The page of the departments: one section, what each answers for."""

from sxresearch.brief.content.regions.departments import DepartmentsContent
from sxresearch.brief.page.markup import Fragment, Section, render


def department_tables(content: DepartmentsContent) -> Fragment:
    """Every department with its targets in each region, those in trouble first."""
    return Fragment(render("departments", content.language, content=content))


SECTIONS = (Section("departments", department_tables),)
