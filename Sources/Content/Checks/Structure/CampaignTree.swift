import Campaigns
import Diagnostics

/// No campaign is part of itself, whether at once or by way of others.
enum CampaignTree {
  static func check(_ campaigns: [Campaign], into bag: inout DiagnosticBag) {
    let places = Dictionary(
      campaigns.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { a, _ in a })
    var done: Set<Int> = []
    for start in campaigns.indices {
      var path: [Int] = []
      var next: Int? = start
      while let place = next, !done.contains(place), !path.contains(place) {
        path.append(place)
        next = campaigns[place].parent.flatMap { places[$0] }
      }
      if let place = next, let first = path.firstIndex(of: place) {
        tell(path[first...].map { campaigns[$0] }, into: &bag)
      }
      done.formUnion(path)
    }
  }

  /// At the member that sorts first, whatever the order of the files.
  private static func tell(_ members: [Campaign], into bag: inout DiagnosticBag) {
    guard let start = members.indices.min(by: { members[$0].id < members[$1].id }) else { return }
    let ring = members[start...] + members[..<start]
    let first = members[start]
    bag.error(
      "campaign.parent-loop", at: first.location,
      "Vòng lặp phong trào cấp trên: \((ring + [first]).map(\.id).joined(separator: " → ")).",
      help: "Một phong trào không thể thuộc về chính mình; sửa một “parent” trong vòng này.",
      notes: ring.dropFirst().map {
        .init("Phong trào “\($0.id)” ở \($0.location).", at: $0.location)
      })
  }
}
