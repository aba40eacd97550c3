import Platform
import Testing

@Suite struct TimestampTests {
  @Test func `of two moments the later is later, however near they are`() {
    let moments = (0..<100).map { _ in Timestamp.next() }
    #expect(zip(moments, moments.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test(arguments: [
    "2026-02-31", "2026-02-29", "1900-02-29", "2026-04-31", "2026-00-10", "2026-13-01",
    "2026-01-00", "2026-01-32", "2026-01-01T24:00:00Z", "2026-01-01T99:99:99Z",
    "2026-01-01T10:60:00Z", "2026-01-01T10:00:61Z", "2026-01-01T10:00:00+24:00",
    "2026-01-01T10:00:00+01:60", "2026-1-1", "2026-01-01T10:00", "x2026-01-01", "٢٠٢٦-٠١-٠١", "",
    "0000-12-31", "0000-01-01T00:00:00Z", "0001-01-01T00:00:00+01:00", "9999-12-31T23:59:59-01:00",
  ])
  func `days, hours and forms that there are not are refused`(_ text: String) {
    #expect(Timestamp(iso: text) == nil)
  }

  @Test(arguments: [
    ("2024-02-29", "2024-02-29T00:00:00.000Z"), ("2000-02-29", "2000-02-29T00:00:00.000Z"),
    ("2026-12-31T23:59:60Z", "2027-01-01T00:00:00.000Z"),
    ("2026-01-01T01:30:00.5+02:00", "2025-12-31T23:30:00.500Z"),
    ("2026-01-01 01:30:00-02:30", "2026-01-01T04:00:00.000Z"),
    ("1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z"),
    ("0001-01-01", "0001-01-01T00:00:00.000Z"), ("9999-12-31", "9999-12-31T00:00:00.000Z"),
  ])
  func `what is read is written in UTC`(_ text: String, _ iso: String) {
    #expect(Timestamp(iso: text)?.iso == iso)
  }

  @Test(arguments: [
    ("Sun, 22 Nov 2026 21:29:35 +0100", "2026-11-22T20:29:35.000Z"),
    ("1 Jan 2026 07:05 EST", "2026-01-01T12:05:00.000Z"),
    ("Thu, 01 Jan 2026 00:00:00 GMT", "2026-01-01T00:00:00.000Z"),
    ("2026-01-01", "2026-01-01T00:00:00.000Z"),
  ])
  func `dates of mail and feeds are read`(_ text: String, _ iso: String) {
    #expect(Timestamp(written: text)?.iso == iso)
  }

  @Test(arguments: [
    "31 Feb 2026 10:00 GMT", "Sun, 22 Nov 26 21:29 GMT", "22 Nov 2026", "1 Jan 2026 1:2:3:4", "",
  ])
  func `other dates of mail are refused`(_ text: String) {
    #expect(Timestamp(written: text) == nil)
  }

  @Test(arguments: [
    Int64.min, .min + 1, -9_223_372_036_854_775_000, -62_135_596_800_001, 253_402_300_800_000,
    .max - 1, .max,
  ])
  func `a number that is no moment is refused, or is the nearest that there is`(_ number: Int64) {
    #expect(Timestamp(exactly: number) == nil)
    let nearest = number < 0 ? "0001-01-01T00:00:00.000Z" : "9999-12-31T23:59:59.999Z"
    #expect(Timestamp(milliseconds: number).iso == nearest)
    #expect(Timestamp(iso: nearest)?.iso == nearest)
  }
}
