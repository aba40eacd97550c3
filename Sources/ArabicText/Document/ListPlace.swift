/// Where something stands in a list of articles, counted from 1.
package enum ListPlace: Hashable, Sendable {
  /// In the line with this number.
  case line(Int)
  /// As the value or element with this number.
  case item(Int)

  /// The number.
  package var number: Int {
    switch self {
    case .line(let number), .item(let number): number
    }
  }
}
