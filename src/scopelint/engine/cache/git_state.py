"""Which commits a repository's names stand for, read without running git.

Only ``os`` is imported here: this runs before anything else does.
"""

import os


def repository_of(folder: str) -> str:
    """The folder with the ``.git`` that holds a folder; the root of the disk outside any repository."""
    place = os.path.abspath(folder)
    while not os.path.lexists(os.path.join(place, ".git")) and place != os.path.dirname(place):
        place = os.path.dirname(place)
    return place


def git_state(root: str) -> str | None:
    """The commit checked out in a repository and what its names stand for.

    Empty where there is no repository. None when it cannot be told by reading files, as with reftables.
    """
    place = os.path.join(root, ".git")
    if not os.path.lexists(place):
        return ""
    try:
        own = _resolved(place)
        common = _common(own)
        if os.path.lexists(os.path.join(common, "reftable")):
            return None
        names = {**_packed(common), **_loose(common)}
        head = _read(os.path.join(own, "HEAD")).strip()
        commit = names.get(head[len("ref: ") :], "") if head.startswith("ref: ") else head
        cut = os.path.join(common, "shallow")
        shallow = _read(cut) if os.path.lexists(cut) else ""
    except OSError:
        return None
    return "\n".join([commit, shallow, *(f"{name} {id}" for name, id in sorted(names.items()))])


def _resolved(place: str) -> str:
    """Where ``.git`` leads: a linked work tree and a submodule have a file that says so."""
    if os.path.isdir(place):
        return place
    word, _, path = _read(place).strip().partition(": ")
    if word != "gitdir":
        raise OSError(f"{place} is no link to a repository")
    return os.path.join(os.path.dirname(place), path)


def _common(own: str) -> str:
    """The folder that linked work trees share."""
    link = os.path.join(own, "commondir")
    return os.path.join(own, _read(link).strip()) if os.path.lexists(link) else own


def _packed(common: str) -> dict[str, str]:
    path = os.path.join(common, "packed-refs")
    if not os.path.lexists(path):
        return {}
    lines = (line.split(" ", 1) for line in _read(path).splitlines() if line[:1] not in ("#", "^"))
    return {line[1]: line[0] for line in lines if len(line) > 1}


def _loose(common: str) -> dict[str, str]:
    found = {}
    for folder, _, files in os.walk(os.path.join(common, "refs")):
        for file in files:
            path = os.path.join(folder, file)
            found[os.path.relpath(path, common).replace(os.sep, "/")] = _read(path).strip()
    return found


def _read(path: str) -> str:
    """A small file of git's own; what is no regular file is an OSError."""
    if not os.path.isfile(path):
        raise OSError(f"{path} is no file")
    with open(path, encoding="utf-8", errors="surrogateescape") as file:
        return file.read(1 << 22)
