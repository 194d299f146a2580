"""What a run remembers, so that the next one need not find it out again.

Two layers, both outside the checked repository, both droppable at any time. The *replay* keeps what a run
printed and gives it again while nothing it looked at has changed; it is asked before anything else is
imported. The *records* keep what was judged contract by contract, known by content, so that after an edit
only the contracts concerned are judged again.
"""
