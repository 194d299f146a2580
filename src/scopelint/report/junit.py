"""JUnit XML, for test reports: a suite per contract, a failed case per error or warning."""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from scopelint.diagnostics import Diagnostic, Result, Severity
from scopelint.report.concise import line
from scopelint.report.escape import printable, unhashed


def render(result: Result) -> str:
    """A report that is valid against the schemas of Jenkins' xunit plug-in and of Ant."""
    root = Element("testsuites")
    by_contract: dict[str, list[Diagnostic]] = {contract: [] for contract in result.contracts}
    for diagnostic in result.diagnostics:
        by_contract.setdefault(diagnostic.contract or "input", []).append(diagnostic)
    for number, (contract, diagnostics) in enumerate(by_contract.items()):
        _suite(root, number, contract, diagnostics, result)
    indent(root)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        + unhashed(tostring(root, encoding="unicode"), "&#35;")
        + "\n"
    )


def _suite(root: Element, number: int, contract: str, diagnostics: list[Diagnostic], result: Result) -> None:
    failures = sum(d.severity > Severity.INFO for d in diagnostics)
    day = result.as_of.isoformat() if result.as_of else "1970-01-01"
    suite = SubElement(
        root,
        "testsuite",
        {
            "name": printable(contract),
            "package": "scopelint",
            "id": str(number),
            "tests": str(max(1, len(diagnostics))),
            "failures": str(failures),
            "errors": "0",
            "skipped": "0",
            "time": "0",
            "timestamp": f"{day}T00:00:00",
            "hostname": "localhost",
        },
    )
    SubElement(suite, "properties")
    for diagnostic in diagnostics:
        _case(suite, contract, diagnostic, result)
    if not diagnostics:
        SubElement(suite, "testcase", {"name": "no findings", "classname": printable(contract), "time": "0"})
    SubElement(suite, "system-out")
    SubElement(suite, "system-err")


def _case(suite: Element, contract: str, diagnostic: Diagnostic, result: Result) -> None:
    where = line(diagnostic, result)
    name = f"{diagnostic.rule} at {where.partition(' ')[0].rstrip(':')}"
    case = SubElement(
        suite, "testcase", {"name": printable(name), "classname": printable(contract), "time": "0"}
    )
    if diagnostic.severity > Severity.INFO:
        attributes = {"message": printable(diagnostic.finding.told), "type": diagnostic.severity.word}
        failure = SubElement(case, "failure", attributes)
        failure.text = where + (
            f"\nhelp: {printable(diagnostic.finding.help)}" if diagnostic.finding.help else ""
        )
