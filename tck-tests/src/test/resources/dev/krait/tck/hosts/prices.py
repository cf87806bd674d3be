prices = [1, 2]
result = {"rate": rate, "prices": prices}
result
