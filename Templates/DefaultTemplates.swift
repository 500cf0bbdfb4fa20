/// The templates that come with the program; files of the same name in the folder that
/// `--templates` names take their place.
package enum DefaultTemplates {
  /// Names and bytes in the order of their names.
  package static var all: [(name: String, bytes: [UInt8])] {
    site + scripts + reports
  }

  /// Templates of the website.
  private static var site: [(name: String, bytes: [UInt8])] {
    [
      ("awards.html", PackageResources.awards_html),
      ("calendar.html", PackageResources.calendar_html),
      ("campaign.html", PackageResources.campaign_html),
      ("campaigns.html", PackageResources.campaigns_html),
      ("cluster.html", PackageResources.cluster_html),
      ("clusters.html", PackageResources.clusters_html),
      ("embed-body.html", PackageResources.embed_body_html),
      ("embed-fragment.html", PackageResources.embed_fragment_html),
      ("embed-guide.html", PackageResources.embed_guide_html),
      ("embed-link.html", PackageResources.embed_link_html),
      ("embed-style.html", PackageResources.embed_style_html),
      ("embed.html", PackageResources.embed_html),
      ("exemplar.html", PackageResources.exemplar_html),
      ("exemplars.html", PackageResources.exemplars_html),
      ("home.html", PackageResources.home_html),
      ("indicator.html", PackageResources.indicator_html),
      ("indicators.html", PackageResources.indicators_html),
      ("influence.html", PackageResources.influence_html),
      ("layout.html", PackageResources.layout_html),
      ("missing.html", PackageResources.missing_html),
      ("moved.html", PackageResources.moved_html),
      ("page.html", PackageResources.page_html),
      ("part-awards.html", PackageResources.part_awards_html),
      ("part-campaign-card.html", PackageResources.part_campaign_card_html),
      ("part-clusters.html", PackageResources.part_clusters_html),
      ("part-criterion.html", PackageResources.part_criterion_html),
      ("part-course.html", PackageResources.part_course_html),
      ("part-duties.html", PackageResources.part_duties_html),
      ("part-events.html", PackageResources.part_events_html),
      ("part-exemplar.html", PackageResources.part_exemplar_html),
      ("part-influence.html", PackageResources.part_influence_html),
      ("part-inspections.html", PackageResources.part_inspections_html),
      ("part-kin.html", PackageResources.part_kin_html),
      ("part-link.html", PackageResources.part_link_html),
      ("part-month.html", PackageResources.part_month_html),
      ("part-pager.html", PackageResources.part_pager_html),
      ("part-picture.html", PackageResources.part_picture_html),
      ("part-registrations.html", PackageResources.part_registrations_html),
      ("part-reports.html", PackageResources.part_reports_html),
      ("part-scores.html", PackageResources.part_scores_html),
      ("part-sample.html", PackageResources.part_sample_html),
      ("part-share.html", PackageResources.part_share_html),
      ("part-slices.html", PackageResources.part_slices_html),
      ("part-state.html", PackageResources.part_state_html),
      ("part-states.html", PackageResources.part_states_html),
      ("part-steps.html", PackageResources.part_steps_html),
      ("part-story-card.html", PackageResources.part_story_card_html),
      ("part-targets-parts.html", PackageResources.part_targets_parts_html),
      ("part-targets.html", PackageResources.part_targets_html),
      ("part-trend.html", PackageResources.part_trend_html),
      ("part-unit-node.html", PackageResources.part_unit_node_html),
      ("progress.html", PackageResources.progress_html),
      ("reports.html", PackageResources.reports_html),
      ("rules.html", PackageResources.rules_html),
      ("search.html", PackageResources.search_html),
      ("site.css", PackageResources.site_css),
      ("synonyms.csv", PackageResources.synonyms_csv),
      ("directory.html", PackageResources.directory_html),
      ("story-lists.html", PackageResources.story_lists_html),
      ("part-filters.html", PackageResources.part_filters_html),
      ("exemplar-list.html", PackageResources.exemplar_list_html),
      ("part-exemplar-table.html", PackageResources.part_exemplar_table_html),
      ("stories.html", PackageResources.stories_html),
      ("story.html", PackageResources.story_html),
      ("strings.en.yaml", PackageResources.strings_en_yaml),
      ("unit.html", PackageResources.unit_html),
      ("units.html", PackageResources.units_html),
    ]
  }

  /// Scripts that pages load; they go out as they are, to `assets/`.
  package static var scripts: [(name: String, bytes: [UInt8])] {
    [
      ("tim-kiem.js", PackageResources.tim_kiem_js), ("trang.js", PackageResources.trang_js),
    ]
  }

  /// Templates of documents; the room of documents adds its files here.
  private static var reports: [(name: String, bytes: [UInt8])] {
    [
      ("part-report-awards.md", PackageResources.part_report_awards_md),
      ("part-report-body.md", PackageResources.part_report_body_md),
      ("part-report-exemplars.md", PackageResources.part_report_exemplars_md),
      ("part-report-targets.md", PackageResources.part_report_targets_md),
      ("report-awards.md", PackageResources.report_awards_md),
      ("report-commitment.md", PackageResources.report_commitment_md),
      ("report-consolidated.md", PackageResources.report_consolidated_md),
      ("report-duties.md", PackageResources.report_duties_md),
      ("report-exemplars.md", PackageResources.report_exemplars_md),
      ("report-phase.md", PackageResources.report_phase_md),
      ("report.md", PackageResources.report_md),
    ]
  }
}
