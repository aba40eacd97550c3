import CMarkup

/// The words that references of XML stand for: those of HTML, and those that a document declares as plain text.
struct XMLEntities {
  /// The entities that the document declares itself, by their names.
  private var declared: [String: [UInt8]] = [:]
  /// How many bytes may still come of ``declared``.
  private var allowance = 1 << 20

  /// What the entity `name` stands for, as it is written in XML; `nil` where nothing is known.
  mutating func text(of name: String) -> [UInt8]? {
    if let text = declared[name], text.count <= allowance {
      allowance -= text.count
      return text
    }
    guard name.utf8.allSatisfy(Self.isOfName), let value = Self.value(of: name) else { return nil }
    return Array("&#\(value);".utf8)
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  private static func value(of name: String) -> UInt32? {
    // Those that XML has itself stand in every feed.
    switch name {
    case "amp": return 0x26
    case "lt": return 0x3C
    case "gt": return 0x3E
    case "quot": return 0x22
    case "apos": return 0x27
    default:
      let value = rawi_markup_entity(name)
      return value == 0 ? nil : value
    }
  }

  /// Notes the entities that a declaration gives a plain text.
  ///
  /// - Complexity: O(*n*) in the first 64 KB of it.
  mutating func declare(_ declaration: Slice<UnsafeBufferPointer<UInt8>>) {
    guard declaration.contains(0x5B) else { return }
    for part in declaration.prefix(64 * 1024).split(separator: 0x3C) {
      guard part.starts(with: "!ENTITY".utf8) else { continue }
      let words = part.dropFirst(7).split(maxSplits: 1) { $0 <= 0x20 }
      // A tag in a value has parted it from its end.
      guard words.count == 2, let mark = words[1].first, mark == 0x22 || mark == 0x27,
        words[1].dropFirst().contains(mark)
      else { continue }
      let value = words[1].dropFirst().prefix { $0 != mark }
      guard value.count <= 1024, !value.contains(where: { $0 == 0x26 || $0 == 0x25 || $0 < 0x20 }),
        String(validating: value, as: UTF8.self) != nil
      else { continue }
      let name = String(decoding: words[0], as: UTF8.self)
      if declared[name] == nil { declared[name] = Array(value) }
    }
  }
}
