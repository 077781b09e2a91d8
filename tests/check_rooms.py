#!/usr/bin/env python3
"""Refuse an include against the arrow: a file of a room may include its own room and those its link list names.

The one table is the DEPENDS list of each src/<room>/CMakeLists.txt. Includes are checked singly, so a room that reaches
another only through a third has to name it. Usage: check_rooms.py [SOURCE_FOLDER]
"""
import pathlib
import re
import sys

ROOM = re.compile(r"bienban_room\(\s*(\w+)([^)]*)\)")
INCLUDE = re.compile(r'^\s*#\s*include\s*["<]([^">]+)[">]', re.M)


def link_lists(source):
    """Room → the rooms it may know, in the order in which src/CMakeLists.txt names the rooms."""
    rooms = {}
    for name in re.findall(r"add_subdirectory\((\w+)\)", (source / "CMakeLists.txt").read_text("utf8")):
        found = ROOM.search((source / name / "CMakeLists.txt").read_text("utf8"))
        if not found or found[1] != name:
            raise SystemExit(f"src/{name}/CMakeLists.txt: no bienban_room({name} ...)")
        words = found[2].split()
        depends = []
        if "DEPENDS" in words:
            for word in words[words.index("DEPENDS") + 1:]:
                if word == "LIBS":
                    break
                depends.append(word)
        rooms[name] = depends
    return rooms


def faults(source, rooms):
    order = list(rooms)
    for room, depends in rooms.items():
        for other in depends:
            if other not in rooms:
                yield f"src/{room}/CMakeLists.txt: there is no room {other}"
            elif order.index(other) >= order.index(room):
                yield f"src/{room}/CMakeLists.txt: {other} stands behind {room}: documents walk one way"
    for folder in sorted(p.name for p in source.iterdir() if p.is_dir() and p.name not in rooms):
        yield f"src/{folder}: src/CMakeLists.txt does not name this room"
    for room, depends in rooms.items():
        for file in sorted((source / room).rglob("*")):
            if file.suffix not in (".cpp", ".hpp"):
                continue
            text = file.read_text("utf8")
            for found in INCLUDE.finditer(text):
                at = f"src/{file.relative_to(source)}:{text.count(chr(10), 0, found.start(1)) + 1}"
                path = found[1]
                if ".." in path.split("/"):
                    yield f"{at}: {path}: includes are written from src/ on"
                other = path.split("/")[0] if "/" in path else None
                if other in rooms and other != room and other not in depends:
                    yield f"{at}: {room} may not know {other} ({path}); its link list: {' '.join(depends) or 'none'}"


def main():
    source = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent / "src")
    rooms = link_lists(source)
    found = list(faults(source, rooms))
    print(*found, sep="\n", end="\n" if found else "")
    print(f"{len(rooms)} rooms, {len(found)} faults")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
