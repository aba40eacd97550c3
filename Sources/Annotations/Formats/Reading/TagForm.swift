/// How a column or a row writes its tags.
enum TagForm: Hashable {
  /// `B-PER`, `O`, as ``TagScheme`` reads them.
  case letterFirst
  /// `b-per`, `o`.
  case smallLetterFirst
  /// `PER-B`, `O`.
  case letterLast
  /// `PER`, `O`.
  case labelAlone

  /// The form in which each of `tags` is one and not all are outside: of those that are seldom.
  init?(ofAll tags: [String]) {
    let form = [TagForm.smallLetterFirst, .letterLast].first { form in
      let read = tags.map { TagScheme.tag(form.plain($0)) }
      return !read.contains(nil) && read.contains { $0 != .outside }
    }
    guard let form else { return nil }
    self = form
  }

  /// `tag` as ``letterFirst`` writes it, where it can be said so.
  func plain(_ tag: String) -> String {
    let scalars = tag.unicodeScalars
    switch self {
    case .letterFirst, .labelAlone: return tag
    case .smallLetterFirst:
      guard let letter = scalars.first, "bimleusw".unicodeScalars.contains(letter) else {
        return tag == "o" ? "O" : tag
      }
      return letter.properties.uppercaseMapping + String(scalars.dropFirst())
    case .letterLast:
      guard let letter = scalars.last, let sign = scalars.dropLast().last,
        sign == "-" || sign == "_"
      else { return tag }
      return "\(letter)-\(String(scalars.dropLast(2)))"
    }
  }
}
