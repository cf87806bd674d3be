"""What values of the standard library are made of, as tuples of ints, strs and None."""


def date_parts(date):
    return date.year, date.month, date.day


def time_parts(time):
    offset = time.utcoffset()
    return (time.hour, time.minute, time.second, time.microsecond * 1000 + getattr(time, 'nanosecond', 0),
            None if offset is None else seconds(offset))


def datetime_parts(moment):
    if moment != moment:  # pandas.NaT
        return None
    zone = moment.tzinfo
    key = getattr(zone, 'key', None) or getattr(zone, 'zone', None)
    return date_parts(moment), time_parts(moment), key if isinstance(key, str) else None


def delta_parts(delta):
    if delta != delta:
        return None
    return delta.days, delta.seconds, delta.microseconds * 1000 + getattr(delta, 'nanoseconds', 0)


def seconds(offset):
    """Whole seconds; None for an offset finer than that, or larger than Java's, which has no form there."""
    if offset.microseconds or abs(offset.days * 86400 + offset.seconds) > 64800:
        raise ValueError('an offset of %s' % offset)
    return offset.days * 86400 + offset.seconds
