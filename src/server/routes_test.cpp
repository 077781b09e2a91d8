#include "server/routes.hpp"

#include <doctest/doctest.h>

#include <set>

#include "server/answer_cache.hpp"
#include "server/door.hpp"
#include "server/precision.hpp"
#include "server/server.hpp"

using namespace bienban::server;

namespace {

std::string_view id_of(const Found& found) { return found.route == nullptr ? "" : found.route->id; }

}  // namespace

TEST_CASE("a path finds its route and its values, written-out ones before others") {
	CHECK(id_of(find_route(Method::get, "/facts")) == "facts");
	CHECK(id_of(find_route(Method::get, "/facts/years")) == "fact_years");
	const Found fact = find_route(Method::get, "/facts/F12.3");
	CHECK(id_of(fact) == "fact");
	CHECK(fact.values == std::vector<std::string>{"F12.3"});
	CHECK(id_of(find_route(Method::get, "/facts/F12.3/why")) == "why");
	CHECK(find_route(Method::get, "/pairs/VN-05/LA-HO").values == std::vector<std::string>{"VN-05", "LA-HO"});
	CHECK(find_route(Method::get, "/parties/VN-05/border-post/chiềng tương").values ==
	      std::vector<std::string>{"VN-05/border-post/chiềng tương"});
}

TEST_CASE("what is no route is told from what has no such method") {
	for (const char* path :
	     {"", "/", "/fact", "/facts/", "/facts/F1.0/", "/facts/F1.0/why/x", "//facts", "/parties/", "/pairs/VN-05"}) {
		CAPTURE(path);
		CHECK(find_route(Method::get, path).route == nullptr);
		CHECK_FALSE(find_route(Method::get, path).path_known);
	}
	CHECK(find_route(Method::remove, "/facts").route == nullptr);
	CHECK(find_route(Method::remove, "/facts").path_known);
}

TEST_CASE("every route has a name of its own, and only signing in and words are for anyone") {
	std::set<std::string_view> names;
	for (const Route& route : routes()) {
		CHECK(names.insert(route.id).second);
		const bool open = route.path == "/session" || route.path == "/setup" || route.path == "/messages/{lang}";
		if (route.least == Role::anyone) CHECK(open);
		// What changes something is never kept, and never a GET.
		if (route.method != Method::get) CHECK(route.kept == Kept::no);
		if (route.method == Method::get) CHECK(route.body == Body::none);
	}
}

TEST_CASE("a cookie is found by its whole name") {
	Request request;
	request.headers = {{"cookie", "x-bienban-session=no; bienban-session=abc; other=1"}};
	CHECK(request.cookie("bienban-session") == "abc");
	CHECK(request.cookie("session").empty());
	CHECK(request.cookie("other") == "1");
}

TEST_CASE("the language is that of the parameter, else the first that there is, else Vietnamese") {
	Request request;
	CHECK(language_of(request).page == "vi");
	request.headers = {{"accept-language", "fr-FR, en-GB;q=0.9, vi;q=0.8"}};
	CHECK(language_of(request).page == "en");
	request.query = {{"lang", "lo"}};
	CHECK(language_of(request).page == "lo");
	request.query = {{"lang", "xx"}};
	CHECK(language_of(request).page == "en");
}

TEST_CASE("an answer is given again for its own state only, and the one used longest ago goes first") {
	const auto response = [](std::size_t bytes) {
		Response made;
		made.body = std::make_shared<const std::string>(bytes, 'x');
		return std::make_shared<const Response>(made);
	};
	constexpr std::chrono::milliseconds k_quick{10};
	const auto begun = AnswerCache::Clock::now();
	AnswerCache cache{10'000};
	cache.put("a", "1", response(500), k_quick, begun);
	CHECK(cache.find("a", "1", begun).fresh);
	CHECK_FALSE(cache.find("a", "2", begun).response);
	CHECK_FALSE(cache.find("a", "1", begun).response);  // what is out of date is let go
	cache.put("large", "1", response(5000), k_quick, begun);
	CHECK_FALSE(cache.find("large", "1", begun).response);
	for (int i = 0; i < 9; ++i) {
		cache.put(std::to_string(i), "1", response(500), k_quick, begun);
		CHECK(cache.find("0", "1", begun).fresh);
	}
	cache.put("9", "1", response(500), k_quick, begun);
	CHECK(cache.find("0", "1", begun).fresh);
	CHECK_FALSE(cache.find("1", "1", begun).response);
}

TEST_CASE("what took long to make is given a little longer than it is true, and marked so") {
	const auto begun = AnswerCache::Clock::now();
	AnswerCache cache;
	cache.put("a", "1", std::make_shared<const Response>(), std::chrono::seconds{2}, begun);
	CHECK(cache.find("a", "1", begun).fresh);
	CHECK(cache.find("a", "2", begun + std::chrono::seconds{30}).response);
	CHECK_FALSE(cache.find("a", "2", begun + std::chrono::seconds{30}).fresh);
	CHECK_FALSE(cache.find("a", "2", begun + std::chrono::seconds{90}).response);
}

TEST_CASE("an address is numerical, with a port") {
	CHECK(address_of("127.0.0.1:80")->port == 80);
	CHECK(address_of("9000")->host == "127.0.0.1");
	CHECK(address_of("[::1]:9000")->host == "::1");
	CHECK(address_of("localhost:1")->host == "127.0.0.1");
	for (const char* word : {"", ":", "127.0.0.1:", "127.0.0.1:99999", "name:80", "127.0.0.1:80x"}) {
		CAPTURE(word);
		CHECK_FALSE(address_of(word));
	}
	CHECK(is_loopback("127.0.0.5"));
	CHECK(is_loopback("::1"));
	CHECK_FALSE(is_loopback("0.0.0.0"));
	CHECK_FALSE(is_loopback("::"));
}

TEST_CASE("the precision of each type was measured, and of too few nothing is said") {
	CHECK(measured_documents() > 100);
	std::size_t enough = 0;
	for (const Measured& row : measured_precision()) {
		CAPTURE(row.type);
		CHECK(row.found > 0);
		CHECK(row.right <= row.found);
		enough += may_be_confirmed_in_bulk(row.type) ? 1 : 0;
	}
	CHECK(enough >= 5);
	CHECK_FALSE(may_be_confirmed_in_bulk("crown"));
}
