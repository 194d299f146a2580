"""``scopelint due``."""

from datetime import UTC, datetime

import click

from scopelint.cli.option import config_option, format_option
from scopelint.cli.terminal import tell, write


@click.command(epilog="Example: scopelint due --days 14 contracts/")
@click.argument("paths", nargs=-1, metavar="[PATHS]")
@click.option("--days", default=14, show_default=True, help="How far to look ahead.")
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="Look from this day.")
@format_option("text", "json")
@click.option("--wording", is_flag=True, help="Print ready words to send.")
@config_option
def due(
    paths: tuple[str, ...],
    days: int,
    as_of: datetime | None,
    output_format: str,
    wording: bool,
    config: str | None,
) -> int:
    """What falls due, when, for whom, and what to write.

    What ran out already is listed first.
    """
    from scopelint.engine.due import coming_dates
    from scopelint.engine.request import Request
    from scopelint.report import due_list

    today = as_of.date() if as_of else datetime.now(UTC).date()
    listed = coming_dates(Request(paths or (".",), config=config, today=today), days)
    render = due_list.render_json if output_format == "json" else due_list.render_text
    write(render(listed.dates, today, wording=wording))
    return tell(listed.understanding.problems, listed.understanding.sources)
