#include <algorithm>
#include <set>

#include "cli/asked.hpp"
#include "cli/open_register.hpp"
#include "cli/stories.hpp"
#include "report/lists.hpp"

namespace bienban::cli {

namespace {

using registry::Entry;
using registry::IdKind;
using registry::Register;

/// The entries that made a thing what it is: the readings that its values come from, and the decisions on it.
base::Result<std::set<std::int64_t>> entries_about(Register& opened, const registry::Id& id, const std::string& name) {
	std::set<std::int64_t> entries;
	const auto decisions = [&](const std::vector<registry::DecisionRow>& rows) {
		for (const registry::DecisionRow& row : rows) {
			entries.insert(row.entry);
			if (row.undone != 0) entries.insert(row.undone);
		}
	};
	bool known = true;
	switch (id.kind) {
		case IdKind::document: {
			const auto document = opened.rows().document(id.number);
			known = document.has_value();
			if (!known) break;
			entries.insert(document->entry);
			for (const registry::RecordRow& row : opened.rows().records_of_document(id.number)) {
				for (const registry::ChangedRow& change : opened.rows().changes_of(row.id)) {
					entries.insert(change.entry);
				}
			}
			break;
		}
		case IdKind::record:
		case IdKind::fact: {
			const auto view = opened.fact(id.number, k_sources_in_json);
			known = view.has_value();
			if (!known) break;
			for (const registry::StatedValue& statement : view->statements) entries.insert(statement.entry);
			for (const registry::Source& source : view->sources) {
				for (const registry::ChangedRow& change : opened.rows().changes_of(source.record)) {
					entries.insert(change.entry);
				}
			}
			decisions(opened.decisions_about(view->fact.id));
			break;
		}
		case IdKind::person: {
			const auto view = opened.person(id.number, 0);
			known = view.has_value();
			if (known) decisions(view->decisions);
			break;
		}
		case IdKind::entry: {
			known = opened.rows().entry(id.number).has_value();
			entries.insert(id.number);
			const auto decision = opened.rows().decision(id.number);
			if (decision && decision->undone != 0) entries.insert(decision->undone);
			break;
		}
	}
	if (!known) return base::fail("register-no-such", {name});
	entries.erase(0);
	return entries;
}

/// The page of entries that is asked for, the newest first.
std::vector<Entry> page_of_all(Register& opened, const registry::PageOf& page, std::int64_t total) {
	std::vector<Entry> entries;
	const std::int64_t last = total - static_cast<std::int64_t>(page.offset);
	const std::int64_t first = std::max<std::int64_t>(last - static_cast<std::int64_t>(page.limit), 0);
	if (last <= 0) return entries;
	opened.rows().each_entry(first, [&](const Entry& entry) {
		if (entry.seq > last) return false;
		entries.push_back(entry);
		return entry.seq < last;
	});
	std::ranges::reverse(entries);
	return entries;
}

std::vector<Entry> page_of(Register& opened, const registry::PageOf& page, const std::set<std::int64_t>& about) {
	std::vector<Entry> entries;
	std::size_t at = 0;
	for (auto seq = about.rbegin(); seq != about.rend(); ++seq, ++at) {
		if (at < page.offset || at >= page.offset + page.limit) continue;
		if (auto entry = opened.rows().entry(*seq)) entries.push_back(std::move(*entry));
	}
	return entries;
}

}  // namespace

ExitCode history_command(const Arguments& arguments, Console& console) {
	std::optional<registry::Id> id;
	if (!arguments.operands.empty()) {
		const auto named = id_of(arguments.operands.front());
		if (!named) {
			console.error(named.error());
			return ExitCode::wrong_command_line;
		}
		id = *named;
	}
	return with_register(arguments, console, registry::Access::read, [&](Register& opened) -> base::Result<ExitCode> {
		const registry::PageOf page = asked_page(arguments);
		std::vector<Entry> entries;
		std::int64_t total = 0;
		if (id) {
			const auto about = entries_about(opened, *id, arguments.operands.front());
			if (!about) return tl::unexpected(about.error());
			total = static_cast<std::int64_t>(about->size());
			entries = page_of(opened, page, *about);
		} else {
			const auto last = opened.rows().last_entry();
			total = last ? last->seq : 0;
			entries = page_of_all(opened, page, total);
		}
		const auto format = asked_listing_format(arguments);
		report::Listing listing = report::entries_listing(entries, console.layout().lang);
		listing.total = total;
		listing.page_size = page.limit;
		listing.page = page.offset / page.limit + 1;
		console.out(report::listing_text(listing, format, console.layout()));
		const bool whole = static_cast<std::size_t>(total) <= page.limit;
		if (format != report::ListingFormat::table && !whole) {
			console.note(report::page_line(listing, console.layout().lang));
		}
		return ExitCode::done;
	});
}

}  // namespace bienban::cli
