#include <doctest/doctest.h>

#include "base/messages.hpp"
#include "model/names.hpp"

using namespace bienban;

namespace {

void check(const std::string& id) {
	INFO(id);
	CHECK(base::Messages::of(base::Lang::en).has(id));
}

template <typename E>
void check_names(const std::string& before) {
	for (const std::string_view name : model::EnumNames<E>::k_names) check(before + std::string{name});
}

}  // namespace

TEST_CASE("every value of a record has words") {
	check_names<model::MeetingKind>("meeting-");
	check_names<model::ActivityKind>("activity-");
	check_names<model::Instrument>("instrument-");
	check_names<model::Act>("act-");
	check_names<model::Recurs>("recurs-");
	check_names<model::About>("about-");
	check_names<model::Theme>("theme-");
	for (const std::string_view type : model::k_record_types) check("records-" + std::string{type});
	for (const std::string_view kind : model::k_party_kinds) check("party-" + std::string{kind});
}
