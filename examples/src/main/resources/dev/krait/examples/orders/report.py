"""Sums up the orders of a Java repository: `orders` and `net` are bound by the Java program."""
import statistics

import numpy as np


def line(country):
    found = orders.of(country)
    totals = np.array([net(order) for order in found])
    typical = statistics.median(order.quantity() for order in found)
    return f'{country}  {len(found):5d}  {totals.sum():12.2f}  {np.percentile(totals, 90):9.2f}  {typical:4.1f}'


def best_day():
    takings = {}
    for order in orders.all():
        takings[order.day()] = takings.get(order.day(), 0.0) + net(order)
    return max(takings.items(), key=lambda entry: entry[1])


day, amount = best_day()
'\n'.join(['     orders          net       p90  items', *map(line, orders.countries()), f'best day: {day} with {amount:.2f}'])
