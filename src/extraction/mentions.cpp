#include "extraction/mentions.hpp"

#include <algorithm>
#include <charconv>

#include "model/names.hpp"

namespace bienban::extraction {
namespace {

std::string decimal(double value) {
	std::string out(32, '\0');
	const auto [end, error] = std::to_chars(out.data(), out.data() + out.size(), value, std::chars_format::fixed);
	out.resize(error == std::errc{} ? static_cast<std::size_t>(end - out.data()) : 0);
	return out;
}

}  // namespace

std::vector<model::Mention> collect_mentions(const Context& context) {
	using model::MentionKind;
	const auto& a = context.a();
	std::vector<model::Mention> out;
	const auto add = [&](MentionKind kind, std::uint32_t begin, std::uint32_t end, std::string value,
	                     std::string unit = {}) {
		if (begin < end) out.push_back({kind, a.span(begin, end), std::move(value), std::move(unit)});
	};
	for (const auto& d : context.dates()) add(MentionKind::date, d.begin, d.end, d.edtf);
	for (const auto& n : context.numbers()) {
		add(n.currency.empty() ? MentionKind::number : MentionKind::money, n.begin, n.end, decimal(n.value),
		    std::string(n.currency));
	}
	for (const auto& p : context.parties().places) {
		if (p.named) add(MentionKind::place, p.begin, p.end, a.lexicon.place(p.place).code);
	}
	for (const auto& p : context.parties().mentions) {
		for (const auto& party : p.parties) add(MentionKind::party, p.begin, p.end, party);
	}
	for (const auto& n : context.people().mentions)
		add(MentionKind::person, n.begin, n.end, context.people().people[n.person].name);
	// "bản ghi nhớ" inside "Biên bản ghi nhớ", "ma túy" inside "tội phạm ma túy": the longer phrase is the one that is
	// meant.
	std::uint32_t paper_end = 0;
	std::uint32_t theme_end = 0;
	for (const auto& m : a.matches) {
		if (m.cls == lexicon::EntryClass::instrument && m.begin >= paper_end) {
			add(MentionKind::instrument, m.begin, m.end,
			    std::string(model::name_of(a.lexicon.instrument(m.index).instrument)));
			paper_end = m.end;
		} else if (m.cls == lexicon::EntryClass::theme && m.begin >= theme_end) {
			for (const auto theme : a.lexicon.theme(m.index).themes)
				add(MentionKind::theme, m.begin, m.end, std::string(model::name_of(theme)));
			theme_end = m.end;
		}
	}
	std::stable_sort(out.begin(), out.end(), [](const auto& x, const auto& y) { return x.span.begin < y.span.begin; });
	return out;
}

}  // namespace bienban::extraction
