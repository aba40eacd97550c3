import Screen

/// Turns the bytes that a terminal sends into keys, reports of the mouse, and pasted text.
///
/// Done here and not by curses for three reasons: an answer of the terminal that comes late is
/// swallowed whole instead of arriving as keys; what was typed during the probe is not lost; and a
/// key is the same whatever entry of terminfo is in use.
struct KeyDecoder: Sendable {
  /// What begins the bytes that are left.
  enum Step: Hashable, Sendable {
    case key(Key)
    /// Something that the mouse did.
    case mouse(MouseEvent)
    /// Text was pasted.
    case paste(String)
    /// The bytes are the beginning of something; more may follow.
    case incomplete
    /// There are no bytes left.
    case empty
  }

  /// The sequences that this terminal sends for its keys, beside the usual ones.
  var sequences: [[UInt8]: Key]
  /// The bytes that were read and are not understood yet.
  private(set) var buffer: ArraySlice<UInt8> = []
  /// The paste whose end has not come yet.
  private var paste: BracketedPaste?
  /// The answer of the terminal whose end has not come yet and which is too long to be kept.
  private var discarded: DiscardedAnswer?

  /// A decoder that knows `sequences` beside the usual ones.
  init(sequences: [[UInt8]: Key] = [:]) {
    self.sequences = sequences
  }

  /// Whether the end of something is waited for that no person types: a paste, an answer.
  var isInsideReport: Bool {
    paste != nil || discarded != nil || DiscardedAnswer.begins(buffer)
  }

  /// Adds bytes that were read.
  mutating func feed(_ bytes: some Sequence<UInt8>) {
    buffer += bytes
  }

  /// What comes next.
  ///
  /// - Parameter isFinal: whether no more bytes came for a while, so that ESC is the Escape key, a
  ///   cut sequence is dropped, and a paste is over.
  /// - Returns: the key or other event, which is taken out, or why there is none.
  mutating func next(isFinal: Bool = false) -> Step {
    if paste != nil { return pasted(isFinal) }
    if discard(isFinal) { return .incomplete }
    while let first = buffer.first {
      if let (key, length) = sequence(from: first) {
        buffer = buffer.dropFirst(length)
        return .key(key)
      }
      let result = first == 0x1B ? escape(isFinal) : first < 0x80 ? plain(first) : text(isFinal)
      switch result {
      case .taken(let length, let key):
        buffer = buffer.dropFirst(length)
        if let key { return .key(key) }
      case .mouse(let length, let event):
        buffer = buffer.dropFirst(length)
        return .mouse(event)
      case .opening(let length):
        buffer = buffer.dropFirst(length)
        paste = BracketedPaste()
        return pasted(isFinal)
      case .discarded(let length, let answer):
        buffer = buffer.dropFirst(length)
        discarded = answer
        if discard(isFinal) { return .incomplete }
      case .cut: return .incomplete
      }
    }
    buffer = []
    return .empty
  }

  /// The paste that has begun, once it is over.
  private mutating func pasted(_ isFinal: Bool) -> Step {
    paste?.take(from: &buffer)
    guard let whole = paste, whole.isComplete || isFinal else { return .incomplete }
    paste = nil
    return .paste(whole.text)
  }

  /// Drops what belongs to the answer that has begun.
  ///
  /// - Returns: whether more of it is waited for.
  private mutating func discard(_ isFinal: Bool) -> Bool {
    guard var answer = discarded else { return false }
    answer.take(from: &buffer)
    discarded = answer.isComplete || isFinal ? nil : answer
    return discarded != nil
  }

  private enum Result {
    /// So many bytes, which are a key or nothing that concerns us.
    case taken(Int, Key?)
    /// So many bytes, which tell what the mouse did.
    case mouse(Int, MouseEvent)
    /// So many bytes, behind which pasted text begins.
    case opening(Int)
    /// So many bytes, behind which an answer goes on that is dropped as it comes.
    case discarded(Int, DiscardedAnswer)
    case cut
  }

  /// The longest of the terminal's own sequences that the buffer begins with.
  private func sequence(from first: UInt8) -> (key: Key, length: Int)? {
    // Nearly all begin with ESC, and letters come by the thousand.
    guard first < 0x20 || (0x7F..<0xA0).contains(first) else { return nil }
    var best: (key: Key, length: Int)?
    for (bytes, key) in sequences
    where bytes.count > best?.length ?? 0 && buffer.starts(with: bytes) {
      best = (key, bytes.count)
    }
    return best
  }

  private func plain(_ byte: UInt8) -> Result {
    switch byte {
    case 0x0D: .taken(1, .enter)
    case 0x09: .taken(1, .tab)
    case 0x08, 0x7F: .taken(1, .backspace)
    case 0x00: .taken(1, .control(" "))
    case 0x01...0x1A: .taken(1, .control(Character(Unicode.Scalar(byte + 0x60))))
    case 0x1C...0x1F: .taken(1, .control(Character(Unicode.Scalar(byte + 0x40))))
    default: .taken(1, .character(Character(Unicode.Scalar(byte))))
    }
  }

  /// A scalar beyond ASCII; ill-formed bytes and C1 controls are dropped.
  private func text(_ isFinal: Bool) -> Result {
    var decoder = UTF8()
    var iterator = buffer.prefix(4).makeIterator()
    if case .scalarValue(let scalar) = decoder.decode(&iterator) {
      let length = UTF8.width(scalar)
      return .taken(length, scalar.value < 0xA0 ? nil : .character(Character(scalar)))
    }
    guard let first = buffer.first else { return .cut }
    let wanted = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    let isCut =
      first >= 0xC2 && buffer.count < wanted
      && buffer.dropFirst().allSatisfy { $0 & 0xC0 == 0x80 }
    return isCut && !isFinal ? .cut : .taken(1, nil)
  }

  private func escape(_ isFinal: Bool) -> Result {
    guard buffer.count >= 2 else { return isFinal ? .taken(1, .escape) : .cut }
    let second = buffer[buffer.startIndex + 1]
    switch second {
    case 0x1B: return .taken(1, .escape)
    case UInt8(ascii: "["), UInt8(ascii: "O"):
      if buffer.count == 2 {
        return isFinal ? .taken(2, .alt(Character(Unicode.Scalar(second)))) : .cut
      }
      return second == UInt8(ascii: "O") ? singleShift() : control(isFinal)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"):
      return answer(second, isFinal)
    default: break
    }
    let rest = KeyDecoder(buffer: buffer.dropFirst())
    switch second < 0x80 ? rest.plain(second) : rest.text(isFinal) {
    case .taken(let length, .character(let character)?):
      return .taken(1 + length, .alt(character))
    case .taken(let length, .some(let key)): return .taken(1 + length, key)
    case .taken(_, nil), .mouse, .opening, .discarded: return .taken(1, .escape)
    case .cut: return .cut
    }
  }

  private init(buffer: ArraySlice<UInt8>) {
    sequences = [:]
    self.buffer = buffer
  }

  /// ESC O and a letter: keys in the application modes of a VT100.
  private func singleShift() -> Result {
    let third = buffer[buffer.startIndex + 2]
    return .taken(third == 0x1B ? 2 : 3, KeySequences.singleShift(third))
  }

  /// ESC [ …: keys, and answers that came late, which are dropped whole.
  private func control(_ isFinal: Bool) -> Result {
    // The function keys of the Linux console: ESC [ [ A to E.
    if buffer[buffer.startIndex + 2] == UInt8(ascii: "[") {
      guard buffer.count >= 4 else { return isFinal ? .taken(3, nil) : .cut }
      let letter = Int(buffer[buffer.startIndex + 3]) - 0x40
      return .taken(4, (1...5).contains(letter) ? .function(letter) : nil)
    }
    if let sequence = ControlSequence(prefixOf: buffer) {
      if sequence.body == BracketedPaste.opening { return .opening(sequence.length) }
      if let event = MouseReports.event(sequence.body) { return .mouse(sequence.length, event) }
      return .taken(sequence.length, KeySequences.control(sequence.body))
    }
    let parameters = buffer.dropFirst(2).prefix { (0x20...0x3F).contains($0) }.count
    let isCut = parameters + 2 == buffer.count && parameters < ControlSequence.longest
    return isCut && !isFinal ? .cut : .discarded(2, DiscardedAnswer(.csi))
  }

  /// ESC ], ESC P or ESC _: an answer, or else Alt with that character.
  private func answer(_ second: UInt8, _ isFinal: Bool) -> Result {
    if let sequence = ControlSequence(prefixOf: buffer) { return .taken(sequence.length, nil) }
    if DiscardedAnswer.begins(buffer) {
      return .discarded(2, DiscardedAnswer(.string))
    }
    if buffer.count == 2 && !isFinal { return .cut }
    return .taken(2, .alt(Character(Unicode.Scalar(second))))
  }
}
