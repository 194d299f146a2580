"""What is in force for one rule in a folder, and which file says so."""

from collections.abc import Iterator

from scopelint.catalog import Catalog
from scopelint.config.config import Config, RuleSetting
from scopelint.engine.configuration import Configuration
from scopelint.engine.request import Request
from scopelint.engine.select import selected
from scopelint.text import Span


class InForce:
    """One rule as the configuration of a folder has it: whether it runs, why, and with what values."""

    def __init__(self, rule: str, folder: str = ".") -> None:
        self.rule = rule
        self._configuration = Configuration()
        self.config: Config = self._configuration.for_folder(folder)
        self.catalog: Catalog = self._configuration.catalog(self.config)

    def lines(self) -> Iterator[str]:
        """The words for it, one fact a line, each with its place."""
        setting = self.config.rules.get(self.rule)
        runs = any(rule.id == self.rule for rule in selected(self.catalog, self.config, Request(())))
        yield f"{'on' if runs else 'off'}: {self._reason(setting, runs)}"
        if setting:
            yield from self._values(setting)
        for override in self.config.overrides:
            if self.rule in override.rules:
                yield f"below {', '.join(override.paths)}:"
                yield from (f"  {line}" for line in self._values(override.rules[self.rule]))

    def _reason(self, setting: RuleSetting | None, runs: bool) -> str:
        rule = self.catalog.rules[self.rule]
        names = (self.rule, rule.category, "all")
        if setting and setting.severity and (setting.off or runs):
            return f"so set ({self._place(setting.severity.span)})"
        for word in self.config.ignore:
            if word.value in names:
                return f"`ignore` names `{word.value}` ({self._place(word.span)})"
        if self.config.select:
            named = next((word for word in self.config.select if word.value in names), None)
            if named:
                return f"`select` names `{named.value}` ({self._place(named.span)})"
            return f"`select` does not name it ({self._place(self.config.select[0].span)})"
        if rule.status != "stable" and not runs:
            return f"its status is {rule.status}"
        holds = "holds it" if runs else f"does not hold it, `{rule.profile}` does"
        return f"the profile `{self.config.profile}` {holds}"

    def _values(self, setting: RuleSetting) -> Iterator[str]:
        if setting.severity:
            severity = setting.severity.value
            yield self._value("severity", severity.word if severity else "off", setting.severity.span)
        for name, option in setting.options.items():
            yield self._value(name, option.value, option.span)

    def _value(self, name: str, value: object, span: Span) -> str:
        return f"{name}: {value} ({self._place(span)})"

    def _place(self, span: Span) -> str:
        source = self._configuration.sources.get(span.file)
        return f"{span.file}:{source.position(span.start).line}" if source else span.file
