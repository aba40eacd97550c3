import ArabicText
import Platform

extension ExtractedText {
  /// Lets what names an item name no other one.
  ///
  /// Items may share what a feed or a list calls the name of each: a number that is not counted on, a link to one page.
  /// Then their titles and dates tell them apart; items without, or that share these, too, have no name but their
  /// text. The page of the feed itself names none.
  ///
  /// - Complexity: O(*n*) in the items.
  mutating func tellItemsApart() {
    let keys = structure.itemKeys
    let front = structure.format == "feed" ? structure.address.map(Self.page) : nil
    let shared = Self.shared(keys.values)
    let ambiguous = keys.filter { shared.contains($0.value) || Self.page($0.value) == front }
    guard !ambiguous.isEmpty else { return }
    for start in ambiguous.keys { structure.itemKeys[start] = nil }
    var names: [TextOffset: String] = [:]
    for (title, next) in zip(structure.blocks, structure.blocks.dropFirst()) {
      guard let key = ambiguous[title.span.lower], next.kind == .caption else { continue }
      let facts = words(of: next)
      guard let date = facts.split(separator: " · ").first, Timestamp(told: String(date)) != nil
      else { continue }
      names[title.span.lower] = [key, words(of: title), String(date)].joined(separator: " ")
    }
    let again = Self.shared(Array(names.values) + Array(structure.itemKeys.values))
    for (start, name) in names where !again.contains(name) { structure.itemKeys[start] = name }
  }

  private static func page(_ address: String) -> Substring {
    address.hasSuffix("/") ? address.dropLast() : address[...]
  }

  private func words(of block: DocumentStructure.Block) -> String {
    String(decoding: bytes[block.span.lower.utf8..<block.span.upper.utf8], as: UTF8.self)
  }

  private static func shared(_ names: some Sequence<String>) -> Set<String> {
    var seen: Set<String> = []
    return Set(names.filter { !seen.insert($0).inserted })
  }
}
