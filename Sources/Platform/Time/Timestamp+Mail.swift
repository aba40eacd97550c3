extension Timestamp {
  /// The moment that `text` tells, as RFC 3339 or as mail and feeds write it; `nil` for another form.
  package init?(written text: String) {
    guard let moment = Timestamp(iso: text) ?? Timestamp(mail: text) else { return nil }
    self = moment
  }

  /// The moment that `mail` tells, as `Sun, 22 Nov 2026 21:29:35 +0100` (RFC 5322, §3.3; the seconds and the
  /// name of the day may be missing, a zone may be GMT, UT, Z or one of North America).
  ///
  /// `nil` for another form, and for days and hours that there are not.
  package init?(mail: String) {
    var parts = mail.split(whereSeparator: \.isWhitespace).map(String.init)
    if parts.first?.hasSuffix(",") == true { parts.removeFirst() }
    guard (4...5).contains(parts.count), parts[0].utf8.count <= 2, let day = Int(parts[0]),
      let month = Self.months.firstIndex(of: parts[1].prefix(3).lowercased()),
      let year = Int(parts[2]), parts[2].utf8.count == 4
    else { return nil }
    let clock = parts[3].split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard (2...3).contains(clock.count), clock.allSatisfy({ (1...2).contains($0.utf8.count) })
    else { return nil }
    let zone = parts.count == 5 ? parts[4] : "GMT"
    let isOffset = zone.utf8.count == 5 && "+-".contains(zone.prefix(1))
    guard let offset = isOffset ? "\(zone.prefix(3)):\(zone.suffix(2))" : Self.zones[zone] else {
      return nil
    }
    func two(_ text: String) -> String { text.utf8.count == 1 ? "0" + text : text }
    let date = "\(year)-\(two(String(month + 1)))-\(two(String(day)))"
    let time = (clock.count == 2 ? clock + ["00"] : clock).map(two).joined(separator: ":")
    self.init(iso: "\(date)T\(time)\(offset)")
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// RFC 5322, §4.3.
  private static let zones = [
    "GMT": "Z", "UT": "Z", "UTC": "Z", "Z": "Z", "EDT": "-04:00", "EST": "-05:00", "CDT": "-05:00",
    "CST": "-06:00", "MDT": "-06:00", "MST": "-07:00", "PDT": "-07:00", "PST": "-08:00",
  ]
}
