import ArabicText
import ArgumentParser
import Interface
import Library
import Platform

/// Which articles of a library, and what in them.
struct FilterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only what this speaker says; any of the speaker's names will do, however it is spelt, and behind = the whole name alone.",
      valueName: "name"))
  var saidBy: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only what is said with these words in it, or of who or what has this name, however it is called there.",
      valueName: "words"))
  var about: [String] = []

  @Option(help: ArgumentHelp("Only articles that name this person.", valueName: "name"))
  var person: [String] = []

  @Option(help: ArgumentHelp("Only articles that name this organisation.", valueName: "name"))
  var organisation: [String] = []

  @Option(help: ArgumentHelp("Only articles that name this place.", valueName: "name"))
  var place: [String] = []

  @Option(help: ArgumentHelp("Only articles that this source has published.", valueName: "name"))
  var source: [String] = []

  @Option(help: ArgumentHelp("Only articles from this day on, as 2026-03-01.", valueName: "day"))
  var since: [String] = []

  @Option(help: ArgumentHelp("Only articles up to this day, as 2026-03-31.", valueName: "day"))
  var until: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only articles with a note of yours that has these words; what it stands at is shown.",
      valueName: "words"))
  var note: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only articles in which you have put this tag on something, which is shown.", valueName: "tag"
    ))
  var tag: [String] = []

  /// What these options ask for, with `words` of the texts.
  ///
  /// - Throws: `ValidationError`.
  func request(words: String) throws -> FindRequest {
    var request = FindRequest()
    request.words = try query(words, mayExcludeOnly: true)
    request.speakers = saidBy
    request.about = try about.filter { !$0.isEmpty }.map { text in
      guard let about = FindRequest.About(text) else { throw ValidationError(.callFindWhat) }
      return about
    }
    request.named =
      person.map { .init(.person, $0) } + organisation.map { .init(.organisation, $0) }
      + place.map { .init(.place, $0) }
    request.sources = source
    request.since = try since.map(day).max()
    request.until = try until.map(day).min().map {
      Timestamp(milliseconds: $0.milliseconds + 86_400_000)
    }
    request.note = try query(note.joined(separator: " "), mayExcludeOnly: false)
    request.tags = tag
    let names = saidBy + source + request.named.map(\.name) + tag
    if names.contains(where: { !FindRequest.isName($0) }) { throw ValidationError(.callFindWhat) }
    return request
  }

  private func query(_ text: String, mayExcludeOnly: Bool) throws -> FindQuery? {
    if text.isEmpty { return nil }
    guard let query = FindQuery(text, mayExcludeOnly: mayExcludeOnly) else {
      throw ValidationError(.callFindWhat)
    }
    return query
  }

  /// The day that is written in digits of whatever script, as lists show it.
  private func day(_ text: String) throws -> Timestamp {
    let written = String(text.map { $0.wholeNumberValue.map { Character("\($0 % 10)") } ?? $0 })
    guard written.utf8.count == 10, let day = Timestamp(iso: written) else {
      throw ValidationError(.callDayForm)
    }
    return day
  }
}
