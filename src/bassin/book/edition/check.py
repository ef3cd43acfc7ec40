import sys
from pathlib import Path
from bassin.book.edition.faithful import faults
for name in sys.argv[1:]:
    p=Path(name)
    page="/".join(p.with_suffix("").parts[p.parts.index("locale")+2:])
    for f in faults(Path.cwd(),"fr",page): print(f.page,f.context,f.kind,f.told)
