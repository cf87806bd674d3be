"""The columns of tables, and a DataFrame of columns. Loaded with the first table that crosses."""
NUMBERS_AND_TIMES = 'biufcmM'


def columns_of(frame):
    """(name, values) of each column of a table, or of the one of a Series; None for other objects."""
    if is_of('pandas', frame, 'DataFrame', 'Series'):
        return columns_of_pandas(frame)
    if is_of('polars', frame, 'DataFrame', 'Series'):
        return columns_of_arrow((each.name, each) for each in getattr(frame, 'get_columns', lambda: [frame])())
    if is_of('pyarrow', frame, 'Table', 'RecordBatch'):
        return columns_of_arrow(zip(frame.schema.names, frame.columns))


def is_of(library, value, *types):
    """Whether it is an instance of a library's types, which is not imported for that."""
    import sys
    loaded = sys.modules.get(library)
    return any(isinstance(value, getattr(loaded, each, ())) for each in types)


def refuse_twins(names):
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise ValueError('more than one column is named %s; Columns has each name once' % ', '.join(twice))


def columns_of_arrow(columns):
    """Those of polars and pyarrow, whose columns know how they are best a NumPy array."""
    from numpy import asarray
    columns = list(columns)
    refuse_twins([name for name, column in columns])
    found = []
    for name, column in columns:
        values = asarray(column)
        if values.dtype.kind not in NUMBERS_AND_TIMES or values.ndim != 1:
            values = column.to_pylist() if hasattr(column, 'to_pylist') else column.to_list()
        found.append((name, values))
    return found


def columns_of_pandas(frame):
    import pandas
    if isinstance(frame, pandas.Series):
        frame = frame.to_frame()
    if isinstance(frame.columns, pandas.MultiIndex):
        raise ValueError("columns of several levels have no form as Columns; give them one name each: "
                         "frame.set_axis(['_'.join(map(str, name)) for name in frame.columns], axis=1)")
    refuse_twins([str(name) for name in frame.columns])
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
