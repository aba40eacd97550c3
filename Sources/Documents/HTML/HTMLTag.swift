/// What an element of HTML is for, as far as reading it goes (HTML Living Standard, §15.3).
enum HTMLTag: Hashable, Sendable {
  /// Part of a line: `a`, `b`, `span`, and whatever nobody knows.
  case inline
  /// Begins and ends lines: `div`, `p`.
  case block
  /// `h1` to `h6`.
  case heading(Int)
  /// An item of a list.
  case item
  /// A list, whose items are one level deeper.
  case list
  /// Words of somebody else.
  case quotation
  /// What stands under a picture or a table.
  case caption
  /// A row of a table.
  case row
  /// A cell of a table.
  case cell
  /// The end of a line.
  case lineBreak
  /// Lines that are set as they are typed.
  case preformatted
  /// A line between two sections.
  case rule
  /// A link.
  case link
  /// What is never text: scripts, styles, controls, embedded things.
  case unseen
  /// Ways through the site, and what stands beside or below the article: `nav`, `aside`, `footer`.
  case surroundings

  /// The tag of the element called `name`, in small letters.
  init(_ name: String) { self = Self.known[name] ?? .inline }

  private static let known: [String: HTMLTag] = {
    var known: [String: HTMLTag] = [
      "li": .item, "dd": .item, "ul": .list, "ol": .list, "dl": .list, "menu": .list,
      "blockquote": .quotation, "figcaption": .caption, "caption": .caption, "tr": .row,
      "td": .cell, "th": .cell, "br": .lineBreak, "hr": .rule, "a": .link,
      "nav": .surroundings, "aside": .surroundings, "footer": .surroundings,
      "amp-sidebar": .surroundings, "amp-carousel": .surroundings,
      "pre": .preformatted, "listing": .preformatted, "xmp": .preformatted,
    ]
    for level in 1...6 { known["h\(level)"] = .heading(level) }
    for name in [
      // Where a page does not say where its body begins, libxml2 has `article` and its like in the head.
      "head",
      "address", "article", "body", "center", "details", "div", "dt", "fieldset", "figure", "form",
      "frameset", "header", "hgroup", "html", "legend", "main", "noframes", "optgroup", "p",
      "search", "section", "summary", "table", "tbody", "tfoot", "thead", "picture",
    ] {
      known[name] = .block
    }
    for name in [
      "applet", "area", "audio", "base", "button", "canvas", "datalist", "embed", "iframe",
      "input", "link", "map", "math", "meta", "meter", "noscript", "object", "option", "param",
      "progress", "script", "select", "source", "style", "svg", "template", "textarea", "title",
      "track", "video", "amp-ad", "amp-sticky-ad", "amp-embed", "amp-consent", "amp-social-share",
      "amp-user-notification",
    ] {
      known[name] = .unseen
    }
    return known
  }()

  /// The elements that part lines or hide words, which a tree has however deep they stand.
  static let keptDeep: Set<String> = [
    "p", "br", "li", "tr", "td", "th", "pre", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6",
    "script", "style", "template",
  ]

  /// Whether it is lines by itself, whatever stands beside it.
  var isLine: Bool {
    switch self {
    case .block, .heading, .list, .quotation, .preformatted, .rule: true
    default: false
    }
  }

  /// Whether what stands before it and what stands in it are parts of different lines.
  var endsLine: Bool {
    switch self {
    case .inline, .link, .unseen: false
    default: true
    }
  }
}
