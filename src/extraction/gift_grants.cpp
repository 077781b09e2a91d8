#include "extraction/gift_grants.hpp"

#include <array>

#include "base/one_of.hpp"
#include "extraction/goods.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {
namespace {

using lexicon::Country;

class GrantReader {
public:
	explicit GrantReader(const Context& context) : m_c(context), m_a(context.a()) {}

	std::optional<Grant> read(std::uint32_t begin, std::uint32_t end) const {
		static constexpr text::WordBits k_any{"viện"};
		if (!m_a.may_say(m_c.sentence_of(begin), k_any)) return std::nullopt;
		for (auto t = begin + 1; t + 2 < end; ++t) {
			if (m_a.word(t) != "viện" || m_a.word(t + 1) != "trợ") continue;
			const bool free = t + 4 < end && m_a.word(t + 2) == "không" && m_a.word(t + 3) == "hoàn";
			auto of = free ? t + 5 : t + 2;
			if (of >= end || !(free || m_a.word(t - 1) == "vốn") || (m_a.word(of) != "của" && m_a.word(of) != "do"))
				continue;
			const auto* giver = giver_at(of + 1, end);
			if (giver == nullptr) continue;
			Grant grant;
			grant.giving.giver = giver->parties;
			grant.giving.receiver = receiver(*giver, begin, end, t);
			auto work = work_in(begin, t);
			if (!work) work = work_before(begin);
			if (!work || grant.giving.receiver.empty()) return std::nullopt;
			grant.work = std::move(*work);
			grant.giving.begin = begin;
			grant.giving.end = end;
			grant.giving.verb = t;
			grant.giving.goods = begin;
			grant.giving.goods_before = grant.giving.strong = grant.giving.named = true;
			for (const auto& n : m_c.numbers_in(begin, end)) {
				if (grant.worth == nullptr && !n.currency.empty()) grant.worth = &n;
			}
			return grant;
		}
		return std::nullopt;
	}

private:
	const PartyMention* giver_at(std::uint32_t begin, std::uint32_t end) const {
		for (const auto& m : m_c.parties_in(begin, std::min(end, begin + 8))) {
			if (!m.parties.empty() && !Context::both_sides(m.parties)) return &m;
		}
		return nullptr;
	}

	/// Those behind "dành cho", else the province where the work stands, else the other country's own like.
	PartySet receiver(const PartyMention& giver, std::uint32_t begin, std::uint32_t end, std::uint32_t grant) const {
		const auto side = other_side(country_of(giver.parties.front()));
		for (const auto& m : m_c.parties_in(giver.end, std::min(end, giver.end + 10))) {
			const auto before = m_a.word(m.begin - 1);
			if ((before != "cho" && before != "tặng" && before != "giúp") || m.parties.empty() ||
			    country_of(m.parties.front()) != side || kind_of(m.parties.front()) == "school")
				continue;
			return kind_of(m.parties.front()) == "state" ? like(giver, side) : m.parties;
		}
		PartySet found;
		const auto s = m_c.sentence_of(begin);
		const auto from = s > 0 && !m_c.is_headline(s - 1) ? m_c.sentence(s - 1).begin : begin;
		for (const auto& m : m_c.parties_in(from, grant)) {
			for (const auto& p : m.parties) {
				if (country_of(p) == side && place_of(p).size() > 2) found = {std::string(place_of(p)) + "/province"};
			}
		}
		return found.empty() ? like(giver, side) : found;
	}

	static PartySet like(const PartyMention& giver, Country side) {
		const std::string country = side == Country::la ? "LA/" : "VN/";
		return {country + (kind_of(giver.parties.front()) == "government" ? "government" : "state")};
	}

	/// The school, hospital or other building of these tokens.
	std::optional<std::string> work_in(std::uint32_t begin, std::uint32_t end) const {
		for (const auto& m : m_c.parties_in(begin, end)) {
			if (m.parties.empty()) continue;
			const auto& p = m.parties.front();
			if (kind_of(p) == "school" || p.find("/agency/bệnh viện") != std::string::npos)
				return text::without_capital(m_a.words(m.begin, m.end));
		}
		std::uint32_t stop = 0;
		const auto building = find_building(m_c, begin, end, stop);
		if (!building) return std::nullopt;
		auto name = std::string(text::without_capital(m_a.words(*building, stop)));
		// "công trình", "dự án": named before.
		return name == "công trình" || name == "dự án" ? std::nullopt : std::optional(std::move(name));
	}

	/// "Đây là …", "Công trình …", "Dự án …" of what one of the sentences before has named.
	std::optional<std::string> work_before(std::uint32_t begin) const {
		static constexpr std::array<std::string_view, 8> k_heads = {"Công", "Đây", "Đó",   "Ngôi",
		                                                            "Dự",   "Nhà", "Bệnh", "Trường"};
		const auto s = m_c.sentence_of(begin);
		if (begin != m_c.sentence(s).begin || !base::one_of<k_heads>(m_a.word(begin))) return std::nullopt;
		for (auto i = s; i-- > 0 && s - i <= 3 && !m_c.is_headline(i);) {
			if (auto work = work_in(m_c.sentence(i).begin, m_c.sentence(i).end)) return work;
		}
		return std::nullopt;
	}

	const Context& m_c;
	const Annotated& m_a;
};

}  // namespace

std::optional<Grant> find_grant(const Context& context, std::uint32_t begin, std::uint32_t end) {
	return GrantReader(context).read(begin, end);
}

}  // namespace bienban::extraction
