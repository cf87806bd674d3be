"""Structs with dates in them, which the buffer protocol has no form for, as structs of whole numbers and back."""
from numpy import dtype


def without_dates(array):
    """The same memory with whole numbers in the place of dates, and their codes; None when there are no dates."""
    codes = []
    plain = changed(array.dtype, lambda leaf: codes.append(leaf.str if leaf.kind in 'mM' else '')
                    or (leaf.str[0] + 'i8' if leaf.kind in 'mM' else leaf))
    if array.dtype.hasobject or not any(codes):
        return None
    return array.view(plain), '\n'.join(codes)


def with_dates(array, codes):
    """The other way round: codes has a line for each part of the struct, empty for what is no date."""
    rest = iter(codes.split('\n'))
    return array.view(changed(array.dtype, lambda leaf: next(rest) or leaf))


def changed(kind, leaf):
    """A type with other types for what it is made of."""
    if kind.subdtype is not None:
        base, shape = kind.subdtype
        return dtype((changed(base, leaf), shape))
    if kind.names is None:
        return dtype(leaf(kind))
    fields = [kind.fields[name] for name in kind.names]
    return dtype({'names': list(kind.names), 'formats': [changed(each[0], leaf) for each in fields],
                  'offsets': [each[1] for each in fields], 'itemsize': kind.itemsize})
