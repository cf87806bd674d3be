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


def zone_parts(zone):
    """The key of a zone, or its fixed offset in seconds."""
    key = getattr(zone, 'key', None) or getattr(zone, 'zone', None)
    return (key,) if isinstance(key, str) else (seconds(zone.utcoffset(None)),)


IN_SECONDS = {'W': 604800, 'D': 86400, 'h': 3600, 'm': 60, 's': 1}
IN_A_SECOND = {'ms': 10 ** 3, 'us': 10 ** 6, 'ns': 10 ** 9, 'ps': 10 ** 12, 'fs': 10 ** 15, 'as': 10 ** 18}


def numpy_time(value):
    """A datetime64 or timedelta64: whether it is a span, its seconds and nanoseconds, whether it is a date; None for NaT.

    Spans of months and years, and of no unit, are as long as no Duration: their seconds are too many for one.
    """
    from numpy import datetime_data, datetime64
    if value != value:
        return None
    unit, count = datetime_data(value.dtype)
    is_span = not isinstance(value, datetime64)
    if unit in ('Y', 'M') and not is_span:
        day = value.astype('M8[D]')
        if day.astype(value.dtype) != value:  # more days than NumPy counts
            return False, 1 << 64, 0, 0
        value, unit, count = day, 'D', 1
    amount = int(value.astype('i8')) * count
    is_date = unit in ('W', 'D')
    if unit in IN_SECONDS:
        return is_span, amount * IN_SECONDS[unit], 0, int(is_date)
    if unit in IN_A_SECOND:
        seconds, rest = divmod(amount, IN_A_SECOND[unit])
        return is_span, seconds, rest * 10 ** 9 // IN_A_SECOND[unit], 0
    return is_span, 1 << 64, 0, 0


def number_of(scalar):
    """A number of NumPy's as Python's; long doubles, which Python has no type for, as those it has."""
    item = scalar.item()
    if type(item) is not type(scalar):
        return item
    return complex(scalar) if scalar.dtype.kind == 'c' else float(scalar)


def value_of(scalar):
    """A value of pyarrow's as Python's."""
    return scalar.as_py()


def seconds(offset):
    """Whole seconds; None for an offset finer than that, or larger than Java's, which has no form there."""
    if offset.microseconds or abs(offset.days * 86400 + offset.seconds) > 64800:
        raise ValueError('an offset of %s' % offset)
    return offset.days * 86400 + offset.seconds
