#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extraction/meeting_words.hpp"

namespace bienban::extraction {

/// Where a meeting was whose place is not told: with the one who is at home. `out` has the records found so far.
class MeetingHost {
public:
	MeetingHost(const Context& context, const std::vector<model::Record>& out)
	    : m_c(context), m_a(context.a()), m_out(out) {}

	/// The province of the one who is visited, by the visit of the same two; of a reception the one who receives.
	std::optional<std::string> place_of_host(const MeetingMention& c, const PartySet& parties) const;
	/// "…, do phía Lào đăng cai", "Chủ nhà năm nay: A", "Đến lượt đồn Việt Nam làm chủ nhà", "trong trụ sở của bạn":
	/// whoever is at home, told beside the meeting.
	std::optional<std::string> place_of_told_host(const MeetingMention& c, const PartySet& parties) const;
	/// Talks of a guest and a host take place at the host's, in the days of the visit.
	std::optional<std::string> place_of_visit(const model::Meeting& meeting) const;

private:
	/// Of several bodies of that country the one that the sentence names.
	std::optional<std::string> home_named(const text::Sentence& sentence) const;
	/// The country whose body a sentence says to be at home; `none` where it says nothing of it.
	lexicon::Country side_at_home(const text::Sentence& sentence) const;
	/// "buổi làm việc với đoàn công tác Sở Y tế tỉnh B": who is spoken of as a delegation is the guest.
	bool is_guest(const MeetingMention& c, const model::Party& party) const;

	const Context& m_c;
	const Annotated& m_a;
	const std::vector<model::Record>& m_out;
};

}  // namespace bienban::extraction
