"""Python imports this by itself when the folder stands on PYTHONPATH: from then on the process plays a Windows."""

from rehearsed import console, event_loop, held_files, illegal_names, names, text_files

held_files.install()
illegal_names.install()
text_files.install()
console.install()
event_loop.install()
names.install()
