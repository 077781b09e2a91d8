#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/call.hpp"
#include "server/daemon.hpp"

/// The one table of what can be asked and done; access, ETags and the test against docs/openapi.json come from it.
namespace bienban::server {

/// From what an answer follows: it may be given again as long as that is the same.
enum class Kept : std::uint8_t {
	no,
	by_register,
	by_register_and_account,
	by_original,  ///< the file that a document came in, and how it was laid out
};

struct Route {
	Method method;
	std::string_view
	    path;  ///< behind /api/v1: "/documents/{id}"; a value at the end may have slashes where it is a party
	Role least;
	std::string_view id;  ///< the operationId
	Body body;
	Kept kept;
	Outcome<Answer> (*run)(Call&);
	Lane lane = Lane::quick;  ///< slow: it looks at all facts of a pair, or of the register
};

std::span<const Route> routes();

inline constexpr std::string_view k_api = "/api/v1";

struct Found {
	const Route* route = nullptr;  ///< nullptr: none has this method
	bool path_known = false;
	std::vector<std::string> values;  ///< of the path
};

/// The route of a path behind k_api.
Found find_route(Method method, std::string_view path);

// Sessions and accounts.
Outcome<Answer> session(Call& call);
Outcome<Answer> sign_in(Call& call);
Outcome<Answer> sign_out(Call& call);
Outcome<Answer> change_password(Call& call);
Outcome<Answer> setup(Call& call);
Outcome<Answer> accounts(Call& call);
Outcome<Answer> add_account(Call& call);
Outcome<Answer> change_account(Call& call);
// What the register holds.
Outcome<Answer> overview(Call& call);
Outcome<Answer> places(Call& call);
Outcome<Answer> vocabulary(Call& call);
Outcome<Answer> documents(Call& call);
Outcome<Answer> document(Call& call);
Outcome<Answer> original(Call& call);
Outcome<Answer> page_picture(Call& call);
/// From what an answer follows that is Kept::by_original; empty where there is no original.
std::string state_of_original(Call& call);
Outcome<Answer> facts(Call& call);
Outcome<Answer> fact_years(Call& call);
Outcome<Answer> export_facts(Call& call);
Outcome<Answer> fact(Call& call);
Outcome<Answer> why(Call& call);
Outcome<Answer> people(Call& call);
Outcome<Answer> person(Call& call);
Outcome<Answer> parties(Call& call);
Outcome<Answer> party(Call& call);
Outcome<Answer> history(Call& call);
Outcome<Answer> history_of(Call& call);
Outcome<Answer> entry(Call& call);
Outcome<Answer> search(Call& call);
Outcome<Answer> check(Call& call);
Outcome<Answer> queue(Call& call);
Outcome<Answer> queue_of(Call& call);
Outcome<Answer> precision(Call& call);
Outcome<Answer> info(Call& call);
Outcome<Answer> page_messages(Call& call);
// What is made of it.
Outcome<Answer> pairs(Call& call);
Outcome<Answer> pair(Call& call);
Outcome<Answer> review(Call& call);
Outcome<Answer> draft(Call& call);
// What changes it.
Outcome<Answer> upload(Call& call);
Outcome<Answer> decide(Call& call);
Outcome<Answer> confirm_many(Call& call);
Outcome<Answer> jobs(Call& call);
Outcome<Answer> start_job(Call& call);
Outcome<Answer> job(Call& call);
Outcome<Answer> cancel_job(Call& call);

}  // namespace bienban::server
