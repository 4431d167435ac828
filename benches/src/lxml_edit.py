"""Sets a key of a configuration file with lxml: FILE KEY VALUE COUNT.

With a count of 0 the file itself is edited once; otherwise a copy, that often, and the median time is printed in
milliseconds.
"""
import os
import shutil
import sys
import tempfile
import time

from lxml import etree


def edit(path, key, value):
    tree = etree.parse(path)
    section = tree.getroot().find("appSettings")
    found = [add for add in section.findall("add") if add.get("key", "").lower() == key.lower()]
    if found:
        found[-1].set("value", value)
    else:
        etree.SubElement(section, "add", key=key, value=value)
    tree.write(path, xml_declaration=True, encoding="utf-8")


def main():
    path, key, value, count = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
    if count == 0:
        edit(path, key, value)
        return
    handle, copy = tempfile.mkstemp()
    os.close(handle)
    times = []
    for _ in range(count):
        shutil.copyfile(path, copy)
        start = time.perf_counter()
        edit(copy, key, value)
        times.append((time.perf_counter() - start) * 1000)
    os.remove(copy)
    print(sorted(times)[len(times) // 2])


main()
