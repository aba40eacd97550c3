/// What a line may become.
struct Completion: Hashable, Sendable {
  /// What stands before the word that is completed.
  var stem: String
  /// The word as it was typed.
  var typed: String
  /// What it may become.
  var candidates: [String]
  /// The candidate that is taken, or `nil` for what was typed.
  var index: Int?

  /// The line with the candidate that is taken.
  var text: String { stem + (index.map { candidates[$0] } ?? typed) }

  /// Takes the next candidate, or the one before; what was typed comes between last and first.
  mutating func step(_ step: Step) {
    let places = candidates.count + 1
    let current = index ?? candidates.count
    let next = (current + (step == .forward ? 1 : places - 1)) % places
    index = next == candidates.count ? nil : next
  }
}
