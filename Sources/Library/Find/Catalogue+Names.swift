import Annotations
import ArabicAnalysis
import ArabicText

extension Catalogue {
  /// By which names somebody is found, and by which not.
  struct WantedNames {
    /// What is found, folded; each as whole words of a name.
    var wanted: [String]
    /// What is found likewise where it is all that somebody is called by, or the own name: a surname of which
    /// the person says whose it is, and which others have, too.
    var own: [String] = []
    /// What tells that it is somebody else, likewise.
    var unwanted: [String] = []

    /// The condition for the column `names`: by the words first, for which no other names are read.
    var condition: String {
      func all(_ part: String, _ count: Int) -> String {
        Array(repeating: part, count: count).joined(separator: " OR ")
      }
      let match = "id IN (SELECT rowid FROM named WHERE named MATCH ?) AND"
      let names = [
        all("\(match) instr(names, ?) > 0", wanted.count),
        all("\(match) instr(names || '|', ?) = 1", own.count),
      ].filter { !$0.isEmpty }.joined(separator: " OR ")
      let others =
        unwanted.isEmpty ? "" : " AND NOT (\(all("instr(names, ?) > 0", unwanted.count)))"
      return "names IN (SELECT names FROM name WHERE (\(names))\(others))"
    }

    /// Whether `names`, kept of an entity, are those of who is found.
    func areFound(in names: String) -> Bool {
      (wanted.contains { names.contains(" \($0) ") }
        || own.contains { (names + "|").hasPrefix(" \($0) |") })
        && !unwanted.contains { names.contains(" \($0) ") }
    }

    /// What ``condition`` asks for.
    var values: [SQLValue] {
      wanted.flatMap { [.text("\"\($0)\""), .text(" \($0) ")] }
        + own.flatMap { [.text("\"\($0)\""), .text(" \($0) |")] }
        + unwanted.map { .text(" \($0) ") }
    }
  }

  /// The names of who is called `name`: what the person says is the same, and the full name of whom the articles
  /// themselves call so, each in the spellings of all papers.
  ///
  /// The latter only where it is safe: `name` is a whole name of two words or more, all articles that know who
  /// has it call the same so, and that one, too, by two words or more. A surname alone is anybody's; one that the
  /// person says is the same finds whom an article calls by nothing else.
  func wanted(_ name: String, _ kind: EntityKind?, _ same: SameNames)
    throws(StoreError) -> WantedNames
  {
    var wanted = [NameWords.wanted(name)]
    var own: [String] = []
    for other in same.names(of: name).map(NameWords.wanted) {
      if other.contains(" ") { wanted.append(other) } else { own.append(other) }
    }
    let apart = same.told(apartFrom: name)
    if wanted[0].contains(" "), let full = try fullName(of: wanted[0], kind), !apart.contains(full)
    {
      wanted.append(full)
    }
    wanted += wanted.flatMap(NameSpellings.others)
    own += own.flatMap(NameSpellings.others)
    var seen: Set<String> = []
    wanted = wanted.filter { seen.insert($0).inserted }
    own = own.filter { seen.insert($0).inserted }
    let all = wanted + own
    let told = all.flatMap(same.told)
    let unwanted = (told + told.flatMap(NameSpellings.others)).filter { other in
      !seen.contains(other) && all.contains { " \(other) ".contains(" \($0) ") }
    }
    return WantedNames(wanted: wanted, own: own, unwanted: Set(unwanted).sorted())
  }

  /// By which names those are found that `request` asks for.
  func names(_ request: FindRequest) throws(StoreError) -> [WantedNames] {
    var names: [WantedNames] = []
    for name in request.named { names.append(try wanted(name.name, name.kind, request.same)) }
    return names
  }

  private func fullName(of name: String, _ kind: EntityKind?) throws(StoreError) -> String? {
    let names = WantedNames(wanted: [name])
    let kept = try database.rows(
      """
      SELECT DISTINCT names FROM entity
      WHERE \(names.condition) AND \(kind == nil ? "kind <> ?" : "kind = ?")
      """, names.values + [.text(kind?.rawValue ?? "")]
    ) { $0.text(0) ?? "" }
    var full: Set<String> = []
    for names in kept.map(NameWords.names) where names.contains(name) {
      guard let first = names.first, first != name, first.contains(" ") else { continue }
      full.insert(first)
    }
    return full.count == 1 ? full.first : nil
  }
}
