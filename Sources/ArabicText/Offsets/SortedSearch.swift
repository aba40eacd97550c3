extension RandomAccessCollection {
  /// The index of the first element for which `predicate` holds.
  ///
  /// - Parameter predicate: Fails for all elements before some index and holds for all from there on.
  /// - Returns: The index, or `endIndex` where it holds for none.
  /// - Complexity: O(log *n*) calls of `predicate`.
  @inlinable package func partitioningIndex(where predicate: (Element) -> Bool) -> Index {
    var low = startIndex
    var count = distance(from: low, to: endIndex)
    while count > 0 {
      let half = count / 2
      let middle = index(low, offsetBy: half)
      if predicate(self[middle]) {
        count = half
      } else {
        low = index(after: middle)
        count -= half + 1
      }
    }
    return low
  }

  /// The index of the first element whose span begins at or after `offset`, or `endIndex`.
  ///
  /// The elements are sorted by where their spans begin.
  ///
  /// - Complexity: O(log *n*).
  @inlinable package func firstIndex(
    from offset: TextOffset, by span: (Element) -> TextSpan
  ) -> Index {
    partitioningIndex { span($0).lower >= offset }
  }
}
