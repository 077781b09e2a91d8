#include "asking/stories.hpp"
#include "asking/words.hpp"
#include "cli/open_register.hpp"

namespace bienban::cli {

namespace {

using registry::IdKind;
using registry::Register;

/// How a thing is written: for people, or as JSON.
struct Form {
	bool json;
	const report::Layout& layout;

	std::size_t most() const { return json ? asking::k_sources_in_json : asking::k_sources_in_text; }

	/// The story as text; fails where there is no such thing.
	template <typename Story>
	base::Result<std::string> of(const std::optional<Story>& story, const std::string& name,
	                             std::string (*text)(const Story&, const report::Layout&),
	                             std::string (*as_json)(const Story&, base::Lang)) const {
		if (!story) return base::fail("register-no-such", {name});
		return json ? as_json(*story, layout.lang) : text(*story, layout);
	}
};

base::Result<std::string> shown(Register& opened, const registry::Id& id, const std::string& name, const Form& form) {
	switch (id.kind) {
		case IdKind::document:
			return form.of(asking::document_story(opened, id.number), name, report::document_text,
			               report::document_json);
		case IdKind::record:
			return form.of(asking::record_story(opened, id.number), name, report::record_text, report::record_json);
		case IdKind::fact:
			return form.of(asking::fact_story(opened, id.number, form.most()), name, report::fact_text,
			               report::fact_json);
		case IdKind::person:
			return form.of(asking::person_story(opened, id.number, form.most()), name, report::person_text,
			               report::person_json);
		case IdKind::entry: break;
	}
	const auto entry = opened.rows().entry(id.number);
	if (!entry) return base::fail("register-no-such", {name});
	return form.json ? report::entry_json(*entry) : report::entry_text(*entry, form.layout);
}

}  // namespace

ExitCode show_command(const Arguments& arguments, Console& console) {
	const std::string& word = arguments.operands.front();
	const bool of_party = word.find('/') != std::string::npos;
	const auto party = of_party ? asking::party_of(word) : base::Result<std::string>{};
	const auto id = of_party ? base::Result<registry::Id>{} : asking::id_of(word);
	if (!party || !id) {
		console.error(party ? id.error() : party.error());
		return ExitCode::wrong_command_line;
	}
	return with_register(arguments, console, registry::Access::read, [&](Register& opened) -> base::Result<ExitCode> {
		const Form form{.json = arguments.value("--format") == "json", .layout = console.layout()};
		const auto text =
		    of_party ? form.of(asking::party_story(opened, *party), *party, report::party_text, report::party_json)
		             : shown(opened, *id, word, form);
		if (!text) return tl::unexpected(text.error());
		console.out(*text);
		return ExitCode::done;
	});
}

ExitCode why_command(const Arguments& arguments, Console& console) {
	const std::string& word = arguments.operands.front();
	const auto id = asking::fact_id_of(word);
	if (!id) {
		console.error(id.error());
		return ExitCode::wrong_command_line;
	}
	return with_register(arguments, console, registry::Access::read, [&](Register& opened) -> base::Result<ExitCode> {
		const Form form{.json = arguments.value("--format") == "json", .layout = console.layout()};
		const auto text = form.of(asking::fact_story(opened, *id, asking::k_sources_in_json), word, report::why_text,
		                          report::why_json);
		if (!text) return tl::unexpected(text.error());
		console.out(*text);
		return ExitCode::done;
	});
}

}  // namespace bienban::cli
