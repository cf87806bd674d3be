"""What values of the standard library are made of, as tuples of ints, strs and None."""
from datetime import datetime, timedelta


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


def zone_parts(zone):
    """The key of a zone, or its fixed offset in seconds."""
    key = getattr(zone, 'key', None) or getattr(zone, 'zone', None)
    return (key,) if isinstance(key, str) else (seconds(zone.utcoffset(None)),)


FINER = {'ns': 1, 'ps': 1000, 'fs': 1000 ** 2, 'as': 1000 ** 3}


def numpy_time(value):
    """A datetime64 or timedelta64 as what the datetime module has, and the nanoseconds that leaves over; None for NaT."""
    if value != value:
        return None
    item = value.item()
    if not isinstance(item, int):
        return item, 0
    from numpy import datetime_data
    unit, count = datetime_data(value.dtype)
    nanoseconds = item * count // FINER[unit]  # a KeyError for years that datetime does not have
    span = timedelta(microseconds=nanoseconds // 1000)
    return span if value.dtype.kind == 'm' else datetime(1970, 1, 1) + span, nanoseconds % 1000


def seconds(offset):
    """Whole seconds; None for an offset finer than that, or larger than Java's, which has no form there."""
    if offset.microseconds or abs(offset.days * 86400 + offset.seconds) > 64800:
        raise ValueError('an offset of %s' % offset)
    return offset.days * 86400 + offset.seconds
