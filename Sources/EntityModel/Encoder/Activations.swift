/// Rows of numbers between two steps of the encoder.
struct Activations {
  private(set) var rows: Int
  let width: Int
  private(set) var values: UnsafeMutablePointer<Float>
  private var capacity: Int

  /// Room for `rows` rows of `width` numbers.
  ///
  /// Freed by ``free()``.
  init(rows: Int, width: Int) {
    self.rows = rows
    self.width = width
    capacity = max(1, rows * width)
    values = .allocate(capacity: capacity)
  }

  func free() { values.deallocate() }

  /// Makes room for `rows`; what was there is lost.
  mutating func resize(rows: Int) {
    self.rows = rows
    guard rows * width > capacity else { return }
    values.deallocate()
    capacity = rows * width
    values = .allocate(capacity: capacity)
  }

  subscript(row: Int) -> UnsafeMutablePointer<Float> {
    @inline(__always) get { values + row * width }
  }
}
