/// The notes that a text calls, each known by its part and its number there.
struct WordNoteCalls {
  /// A note that is called.
  struct Call: Hashable {
    var isEndnote: Bool
    var id: String
  }

  /// The notes in the order in which they are called first.
  private(set) var calls: [Call] = []
  private var numbers: [Call: Int] = [:]

  /// The number under which `call` stands behind the text, from 1.
  mutating func number(of call: Call) -> Int {
    if let known = numbers[call] { return known }
    calls.append(call)
    numbers[call] = calls.count
    return calls.count
  }
}
