print("neuguong")
