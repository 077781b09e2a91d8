#include <algorithm>

#include "asking/decisions.hpp"
#include "asking/stories.hpp"
#include "cli/author.hpp"
#include "cli/open_register.hpp"
#include "model/field_values.hpp"
#include "report/register_report.hpp"
#include "report/values.hpp"

namespace bienban::cli {

namespace {

using registry::Decision;
using registry::Register;

/// Writes decisions one after another and tells each when it is safe on the disk. `make` may look at the register; it
/// fails where the decision cannot be made.
ExitCode decide(const Arguments& arguments, Console& console, WhyNeeded why_needed,
                const std::function<base::Result<std::vector<Decision>>(Register&)>& make) {
	const auto author = asked_author(arguments, why_needed);
	if (!author) {
		console.error(author.error());
		return ExitCode::wrong_command_line;
	}
	return with_register(arguments, console, registry::Access::write, [&](Register& opened) -> base::Result<ExitCode> {
		const auto decisions = make(opened);
		if (!decisions) return tl::unexpected(decisions.error());
		for (const Decision& decision : *decisions) {
			const auto seq = opened.decide(decision, *author);
			if (!seq) return tl::unexpected(seq.error());
			const auto entry = opened.rows().entry(*seq);
			const std::string did = entry ? report::entry_summary(*entry, console.layout().lang) : "";
			console.out(report::entry_name(*seq) + "  " + report::harmless(did) + "\n");
			console.flush();
		}
		return ExitCode::done;
	});
}

/// The numbers of all operands as facts; the first that is none fails.
base::Result<std::vector<registry::RecordId>> fact_ids(const std::vector<std::string>& words) {
	std::vector<registry::RecordId> ids;
	for (const std::string& word : words) {
		const auto id = asking::fact_id_of(word);
		if (!id) return tl::unexpected(id.error());
		ids.push_back(*id);
	}
	return ids;
}

/// A decision on the facts or records that the operands name.
ExitCode decide_on_facts(const Arguments& arguments, Console& console, WhyNeeded why_needed,
                         const std::function<std::vector<Decision>(const std::vector<registry::RecordId>&)>& make) {
	const auto ids = fact_ids(arguments.operands);
	if (!ids) {
		console.error(ids.error());
		return ExitCode::wrong_command_line;
	}
	return decide(arguments, console, why_needed,
	              [&](Register&) -> base::Result<std::vector<Decision>> { return make(*ids); });
}

template <typename Kind>
ExitCode decide_on_names(const Arguments& arguments, Console& console) {
	const auto a = asking::person_or_party(arguments.operands[0]);
	const auto b = asking::person_or_party(arguments.operands[1]);
	if (!a || !b) {
		console.error(a ? b.error() : a.error());
		return ExitCode::wrong_command_line;
	}
	return decide(arguments, console, WhyNeeded::yes, [&](Register&) -> base::Result<std::vector<Decision>> {
		return std::vector<Decision>{Kind{.a = *a, .b = *b}};
	});
}

}  // namespace

ExitCode confirm_command(const Arguments& arguments, Console& console) {
	return decide_on_facts(arguments, console, WhyNeeded::no, [](const auto& ids) {
		return std::vector<Decision>{registry::Confirm{.fact = ids.front()}};
	});
}

ExitCode reject_command(const Arguments& arguments, Console& console) {
	return decide_on_facts(arguments, console, WhyNeeded::yes, [](const auto& ids) {
		return std::vector<Decision>{registry::Reject{.fact = ids.front()}};
	});
}

ExitCode join_command(const Arguments& arguments, Console& console) {
	return decide_on_facts(arguments, console, WhyNeeded::yes, [](const auto& ids) {
		std::vector<Decision> decisions;
		for (std::size_t i = 1; i < ids.size(); ++i) {
			decisions.emplace_back(registry::Join{.a = ids.front(), .b = ids[i]});
		}
		return decisions;
	});
}

ExitCode split_command(const Arguments& arguments, Console& console) {
	return decide_on_facts(arguments, console, WhyNeeded::yes, [](const auto& ids) {
		return std::vector<Decision>{registry::Split{.fact = ids.front(), .records = {ids.begin() + 1, ids.end()}}};
	});
}

ExitCode correct_command(const Arguments& arguments, Console& console) {
	const auto id = asking::fact_id_of(arguments.operands[0]);
	if (!id) {
		console.error(id.error());
		return ExitCode::wrong_command_line;
	}
	const model::PlainField field{.name = arguments.operands[1], .words = arguments.operands[2]};
	// Which fields there are is known once the fact's type is.
	return decide(arguments, console, WhyNeeded::yes, [&](Register& opened) -> base::Result<std::vector<Decision>> {
		auto correct = asking::correction(opened, *id, field);
		if (!correct) return tl::unexpected(correct.error());
		return std::vector<Decision>{std::move(*correct)};
	});
}

ExitCode add_fact_command(const Arguments& arguments, Console& console) {
	std::vector<model::PlainField> fields;
	base::Result<model::Record> record = base::fail("cli-option-missing", {"--type", "TYPE"});
	if (const auto type = arguments.value("--type")) {
		std::optional<std::string> faulty;
		for (const std::string& word : arguments.all("--set")) {
			const auto equals = word.find('=');
			if (equals == std::string::npos) faulty = word;
			const std::string words = equals == std::string::npos ? "" : word.substr(equals + 1);
			const std::string name = word.substr(0, equals);
			const auto known = std::ranges::find(fields, name, &model::PlainField::name);
			if (known == fields.end()) {
				fields.push_back({.name = name, .words = words});
			} else {
				known->words.append(",").append(words);  // a list, one by one
			}
		}
		record = faulty ? base::fail("cli-set", {*faulty}) : asking::checked_record(*type, fields);
	}
	if (!record) {
		console.error(record.error());
		return ExitCode::wrong_command_line;
	}
	return decide(arguments, console, WhyNeeded::yes, [&](Register&) -> base::Result<std::vector<Decision>> {
		return std::vector<Decision>{registry::AddFact{.record = *record}};
	});
}

ExitCode same_command(const Arguments& arguments, Console& console) {
	return decide_on_names<registry::Same>(arguments, console);
}

ExitCode different_command(const Arguments& arguments, Console& console) {
	return decide_on_names<registry::Different>(arguments, console);
}

ExitCode undo_command(const Arguments& arguments, Console& console) {
	const auto id = registry::parse_id(arguments.operands.front());
	if (!id || id->kind != registry::IdKind::entry) {
		console.error({"cli-entry-id", {arguments.operands.front()}, "", 0});
		return ExitCode::wrong_command_line;
	}
	return decide(arguments, console, WhyNeeded::no, [&](Register&) -> base::Result<std::vector<Decision>> {
		return std::vector<Decision>{registry::Undo{.entry = id->number}};
	});
}

}  // namespace bienban::cli
