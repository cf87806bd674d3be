"""The columns of pandas objects, and a DataFrame of columns. Loaded with the first table that crosses."""
NUMBERS_AND_TIMES = 'biufcmM'


def columns_of(frame):
    """(name, values) of each column of a DataFrame, or of the one of a Series; None for other objects."""
    import sys
    pandas = sys.modules.get('pandas')
    if pandas is None or not isinstance(frame, (pandas.DataFrame, pandas.Series)):
        return None
    if isinstance(frame, pandas.Series):
        frame = frame.to_frame()
    if isinstance(frame.columns, pandas.MultiIndex):
        raise ValueError("columns of several levels have no form as Columns; give them one name each: "
                         "frame.set_axis(['_'.join(map(str, name)) for name in frame.columns], axis=1)")
    twice = [str(name) for name in frame.columns[frame.columns.map(str).duplicated()]]
    if twice:
        raise ValueError('more than one column is named %s; Columns has each name once' % ', '.join(twice))
    return [(str(name), values_of(pandas, frame.iloc[:, i])) for i, name in enumerate(frame.columns)]


def values_of(pandas, column):
    """A NumPy array of numbers, truths or times; a list, with None for what is missing, of anything else."""
    if isinstance(column.dtype, pandas.CategoricalDtype):
        column = column.astype(column.dtype.categories.dtype)
    if getattr(column.dtype, 'tz', None) is not None:
        column = column.dt.tz_convert('UTC').dt.tz_localize(None)
    kind = getattr(column.dtype, 'kind', 'O')
    extended = pandas.api.types.is_extension_array_dtype(column.dtype)
    missing = extended and column.isna().any()
    if kind in 'iu' and missing:
        return column.to_numpy(dtype='float64', na_value=float('nan'))
    if kind in NUMBERS_AND_TIMES and not (kind == 'b' and missing):
        return column.to_numpy(dtype=getattr(column.dtype, 'numpy_dtype', None))
    return [None if absent else value for value, absent in zip(column.tolist(), column.isna())]


def frame_of(names, values):
    try:
        import pandas
    except ModuleNotFoundError as absent:
        if absent.name != 'pandas':
            raise
        raise ModuleNotFoundError('dev.krait.array.Columns becomes a pandas.DataFrame, and this Python has no pandas: '
                                  'pip install pandas', name='pandas') from None
    return pandas.DataFrame(dict(zip(names, values)), copy=False)
