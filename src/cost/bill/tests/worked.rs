//! Bills worked out by hand: tokens, reasoning, factors, periods, attempts, batches and extremes.
//!
//! `M` is a million tokens, and prices are dollars for one of them. An arrow is a rounding.

use super::*;

// Published prices.
pub(super) const CACHED_IN_BATCHES: &str =
    "input 2, output 8, cache_read 0.5, batch_input 1, batch_output 4, batch_cache_read 0.25";
pub(super) const GPT_4O: &str = "input 2.5, output 10, cache_read 1.25, batch_input 1.25, batch_output 5";
pub(super) const GPT_4O_MINI: &str = "input 0.15, output 0.6, cache_read 0.075";
pub(super) const SONNET: &str = "input 3, output 15, cache_read 0.3, cache_write_5m 3.75, cache_write_1h 6, \
    batch_input 1.5, batch_output 7.5; above 200000: input 6, output 22.5, cache_read 0.6, cache_write_5m 7.5";
pub(super) const OPUS: &str = "input 15, output 75, cache_read 1.5, cache_write_5m 18.75";
pub(super) const HAIKU: &str = "input 1, output 5, cache_read 0.1, cache_write_5m 1.25";
pub(super) const GEMINI_PRO: &str =
    "input 1.25, output 10, cache_read 0.31; above 200000: input 2.5, output 15, cache_read 0.625";
pub(super) const GEMINI_FLASH: &str = "input 0.3, output 2.5";
pub(super) const DEEPSEEK: &str = "input 0.27, output 1.1, cache_read 0.07";

#[test]
fn a_month_is_its_requests_times_the_tokens_of_each_at_the_price_of_their_class() {
    // In: 1,000,000 × 800 = 800 M. Out: 1,000,000 × 250 = 250 M. 800 × 2.5 + 250 × 10 = 4,500.
    check(AUTOMATIC, GPT_4O, "", "4,500");
    // In: 50,000 × 1,200 = 60 M. Out: 50,000 × 300 = 15 M. 60 × 0.15 + 15 × 0.6 = 9 + 9 = 18.
    check(AUTOMATIC, GPT_4O_MINI, "n=50000&i=1200&o=300", "18");
    // In: 20,000 × 5,000 = 100 M. Out: 20,000 × 700 = 14 M. 100 × 3 + 14 × 15 = 300 + 210 = 510.
    check(EXPLICIT, SONNET, "n=20000&i=5000&o=700", "510");
    // In: 3,000,000 × 350 = 1,050 M. Out: 3,000,000 × 20 = 60 M. 1,050 × 0.3 + 60 × 2.5 = 315 + 150 = 465.
    check(EXPLICIT, GEMINI_FLASH, "n=3000000&i=350&o=20", "465");
    // In: 1,000 × 15,000 = 15 M. Out: 1,000 × 4,000 = 4 M. 15 × 15 + 4 × 75 = 225 + 300 = 525.
    check(EXPLICIT, OPUS, "n=1000&i=15000&o=4000", "525");
    // In: 123,456 × 789 = 97.406784 M, 97.406784 × 0.27 = 26.29983168.
    // Out: 123,456 × 321 = 39.629376 M, 39.629376 × 1.1 = 43.5923136. 26.29983168 + 43.5923136 = 69.89214528.
    check(AUTOMATIC, DEEPSEEK, "n=123456&i=789&o=321", "69.89214528");
}

#[test]
fn reasoning_is_billed_as_output_unless_it_has_a_price() {
    // In: 10,000 × 1,000 = 10 M. Out: 10,000 × 500 = 5 M. Reasoning: 10,000 × 2,000 = 20 M, at 8 like the output.
    // 10 × 2 + 5 × 8 + 20 × 8 = 20 + 40 + 160 = 220.
    check(AUTOMATIC, CACHED, "n=10000&i=1000&o=500&t=2000", "220");
    // Nothing but reasoning comes back: 2,500 × 4,000 = 10 M in, 2,500 × 8,000 = 20 M of reasoning at 15.
    // 10 × 3 + 20 × 15 = 30 + 300 = 330.
    check(EXPLICIT, SONNET, "n=2500&i=4000&o=0&t=8000", "330");
    // A dearer one: 200 M in, 30 M out, 100,000 × 1,500 = 150 M of reasoning at 3.5.
    // 200 × 0.15 + 30 × 0.6 + 150 × 3.5 = 30 + 18 + 525 = 573.
    check(EXPLICIT, "input 0.15, output 0.6, reasoning 3.5", "n=100000&i=2000&o=300&t=1500", "573");
    // A cheaper one: 1,000 × 50 = 0.05 M in, 3 M out, 70 M of reasoning at 3.
    // 0.05 × 2 + 3 × 8 + 70 × 3 = 0.1 + 24 + 210 = 234.1.
    check(EXPLICIT, "input 2, output 8, reasoning 3", "n=1000&i=50&o=3000&t=70000", "234.1");
    // It moves into a tier with the output: 30 M in at 2.5, 0.1 M out and 1 M of reasoning at 15.
    // 30 × 2.5 + 0.1 × 15 + 1 × 15 = 75 + 1.5 + 15 = 91.5.
    check(EXPLICIT, GEMINI_PRO, "n=100&i=300000&o=1000&t=10000", "91.5");
    // Half of it in batches, at the batch price of output: 500 M in, 250 M out, 1,000 M of reasoning.
    // 250 × 1 + 125 × 4 + 500 × 4 = 2,750, and 250 × 2 + 125 × 8 + 500 × 8 = 5,500. 2,750 + 5,500 = 8,250.
    check(AUTOMATIC, CACHED_IN_BATCHES, "i=500&o=250&t=1000&b=0.5", "8,250");
}

#[test]
fn a_token_factor_multiplies_every_kind_of_tokens_that_a_request_has() {
    // 802 × 1.5 = 1,203 in, 250 × 1.5 = 375 out, 4 × 1.5 = 6 of reasoning, of a million requests each.
    // 1,203 × 0.1 + 375 × 0.3 + 6 × 0.3 = 120.3 + 112.5 + 1.8 = 234.6.
    check(AUTOMATIC, STEP, "i=802&o=250&t=4&f=1.5", "234.6");
    // 800 × 0.88 = 704; 250 × 0.88 = 220. 704 × 0.15 + 220 × 0.6 = 105.6 + 132 = 237.6.
    check(AUTOMATIC, GPT_4O_MINI, "f=0.88", "237.6");
    // Fractions of a token stay: 801 × 1.5 = 1,201.5; 251 × 1.5 = 376.5; 3 × 1.5 = 4.5.
    // 1,201.5 × 0.1 + 376.5 × 0.3 + 4.5 × 0.3 = 120.15 + 112.95 + 1.35 = 234.45.
    check(AUTOMATIC, STEP, "i=801&o=251&t=3&f=1.5", "234.45");
    // 40 × 0.1 = 4; 50 × 0.1 = 5; 140 × 0.1 = 14. 4 × 2 + 5 × 8 + 14 × 8 = 8 + 40 + 112 = 160.
    check(AUTOMATIC, CACHED, "i=40&o=50&t=140&f=0.1", "160");
    // 10 × 10,000 = 0.1 M in, 10 × 1,000 = 0.01 M out. 0.1 × 15 + 0.01 × 75 = 1.5 + 0.75 = 2.25.
    check(EXPLICIT, OPUS, "n=10&i=1000&o=100&f=10", "2.25");
    // It decides on the tier too: 160,000 × 1.3 = 208,000 is above 200,000. 100 × 208,000 = 20.8 M in,
    // 1,000 × 1.3 = 1,300 and 100 × 1,300 = 0.13 M out. 20.8 × 2.5 + 0.13 × 15 = 52 + 1.95 = 53.95.
    check(EXPLICIT, GEMINI_PRO, "n=100&i=160000&o=1000&f=1.3", "53.95");
    // A tool's result as well: 100 × 1.5 = 150, 32 × 1.5 = 48, 8 × 1.5 = 12. Prompts: 150 and 150 + 48 + 12 = 210,
    // 150 + 210 = 360; answers: 2 × 48 = 96. 360 × 0.15 + 96 × 0.6 = 54 + 57.6 = 111.6.
    check(AUTOMATIC, GPT_4O_MINI, "i=100&o=32&x=8&z=1&f=1.5", "111.6");
}

#[test]
fn requests_a_day_are_a_months_at_365_twelfths_rounded_to_a_whole_request() {
    // 1,000 × 365 ÷ 12 ≈ 30,416.67 → 30,417. In: 30,417 × 800 = 24.3336 M, 24.3336 × 0.1 = 2.43336.
    // Out: 30,417 × 250 = 7.60425 M, 7.60425 × 0.3 = 2.281275. 2.43336 + 2.281275 = 4.714635.
    check(AUTOMATIC, STEP, "p=day&n=1000", "4.714635");
    // 6 × 365 ÷ 12 = 182.5 → 183. In: 183 × 10,000 = 1.83 M, out: 183 × 2,000 = 0.366 M.
    // 1.83 × 15 + 0.366 × 75 = 27.45 + 27.45 = 54.9.
    check(EXPLICIT, OPUS, "p=day&n=6&i=10000&o=2000", "54.9");
    // 12,000 × 365 ÷ 12 = 365,000. In: 365,000 × 800 = 292 M, out: 365,000 × 250 = 91.25 M.
    // 292 × 2.5 + 91.25 × 10 = 730 + 912.5 = 1,642.5.
    check(AUTOMATIC, GPT_4O, "p=day&n=12000", "1,642.5");
    // 1 × 365 ÷ 12 ≈ 30.42 → 30. In: 30 × 1,000,000 = 30 M. 30 × 0.27 = 8.1.
    check(AUTOMATIC, DEEPSEEK, "p=day&n=1&i=1000000&o=0", "8.1");
    // 120 × 365 ÷ 12 = 3,650 tasks of two turns. Prompts: 1,000 + 2,500 = 3,500; answers: 2 × 500 = 1,000.
    // 3,650 × 3,500 = 12.775 M and 3,650 × 1,000 = 3.65 M. 12.775 × 3 + 3.65 × 15 = 38.325 + 54.75 = 93.075.
    check(EXPLICIT, SONNET, "p=day&n=120&y=2&i=1000&o=500", "93.075");
}

#[test]
fn tokens_a_month_are_as_many_requests_as_they_fill_rounded_to_a_whole_one() {
    // 1,000,000,000 ÷ (800 + 250) ≈ 952,380.95 → 952,381. In: 952,381 × 800 = 761.9048 M, 761.9048 × 0.15 = 114.28572.
    // Out: 952,381 × 250 = 238.09525 M, 238.09525 × 0.6 = 142.85715. 114.28572 + 142.85715 = 257.14287.
    check(AUTOMATIC, GPT_4O_MINI, "p=tokens&n=1000000000", "257.14287");
    // 1,500 ÷ 1,000 = 1.5 → 2 requests. 2 × 1,000 = 0.002 M. 0.002 × 2 = 0.004.
    check(AUTOMATIC, CACHED, "p=tokens&n=1500&i=1000&o=0", "0.004");
    // 499 ÷ 1,000 = 0.499 → 0 requests. 0 × 2 = 0.
    check(AUTOMATIC, CACHED, "p=tokens&n=499&i=1000&o=0", "0");
    // A task counts its history: prompts of 1,000 + 2,200 + 3,400 = 6,600 and answers of 3 × 200 = 600.
    // 1,000,000 ÷ 7,200 ≈ 138.89 → 139. 139 × 6,600 = 0.9174 M and 139 × 600 = 0.0834 M.
    // 0.9174 × 2.5 + 0.0834 × 10 = 2.2935 + 0.834 = 3.1275.
    check(AUTOMATIC, GPT_4O, "p=tokens&n=1000000&y=3&i=1000&o=200", "3.1275");
    // The tokens are the workload's, so that all sides get the same requests: 1,000,000,000 ÷ 1,000 = 1,000,000, each
    // of 800 × 1.25 = 1,000 and 200 × 1.25 = 250 on this side. 1,000 × 0.1 + 250 × 0.3 = 100 + 75 = 175.
    check(AUTOMATIC, STEP, "p=tokens&n=1000000000&i=800&o=200&f=1.25", "175");
}

#[test]
fn attempts_multiply_the_whole_bill_by_their_average() {
    // 1 + 0.2 + 0.04 = 1.24. 4,500 × 1.24 = 5,580.
    check(AUTOMATIC, GPT_4O, "a=3&s=0.8", "5,580");
    // Twenty halvings: 2 − 1 ÷ 524,288 ≈ 1.99999809 → 1.999998. 155 × 1.999998 = 309.99969.
    check(AUTOMATIC, STEP, "a=20&s=0.5", "309.99969");
    // 0.666667 × 0.666667 = 0.444444888889. 1 + 0.666667 + 0.444444888889 = 2.111111888889 → 2.111112.
    // 1,000 × 2 × 2.111112 = 4,222.224.
    check(AUTOMATIC, CACHED, "i=1000&o=0&a=3&s=0.333333", "4,222.224");
    // Almost nothing is accepted: 20 terms from 1 down, each a millionth less than the one before, miss 20 by
    // 0.000001 × (1 + 2 + … + 19), which is 0.00019, but for 0.000000001: 19.99981. 155 × 19.99981 = 3,099.97055.
    check(AUTOMATIC, STEP, "a=20&s=0.000001", "3,099.97055");
    // One attempt is one attempt, however few are accepted; and what is accepted at once needs no second.
    // 800 × 0.1 + 250 × 0.3 = 155.
    check(AUTOMATIC, STEP, "a=1&s=0.2", "155");
    // 1 + 0 = 1. 800 × 0.1 + 250 × 0.3 = 155.
    check(AUTOMATIC, STEP, "a=20&s=1", "155");
    // Caches too: 1 + 0.3 + 0.09 + 0.027 + 0.0081 = 1.4251. Read 500 M, written 50 M, else 450 M, out 500 M:
    // 500 × 0.07 + 50 × 0.27 + 450 × 0.27 + 500 × 1.1 = 720. 720 × 1.4251 = 1,026.072.
    check(AUTOMATIC, DEEPSEEK, "i=1000&o=500&c=0.5&a=5&s=0.7", "1,026.072");
}

#[test]
fn a_batched_share_costs_batch_prices_where_both_are_known() {
    // 800 × 1.25 + 250 × 5 = 1,000 + 1,250 = 2,250.
    check(AUTOMATIC, GPT_4O, "b=1", "2,250");
    // In batches 0.3 × 800 = 240 and 0.3 × 250 = 75: 240 × 1.25 + 75 × 5 = 675. The rest is 560 and 175:
    // 560 × 2.5 + 175 × 10 = 3,150. 675 + 3,150 = 3,825.
    check(AUTOMATIC, GPT_4O, "b=0.3", "3,825");
    // Of 200 M in and 40 M out a quarter: 50 × 1.5 + 10 × 7.5 = 150. The rest: 150 × 3 + 30 × 15 = 900.
    // 150 + 900 = 1,050.
    check(EXPLICIT, SONNET, "n=100000&i=2000&o=400&b=0.25", "1,050");
    // A millionth of one request: 0.999999 × 1,000 × 2.5 = 2,499.9975 and 0.000001 × 1,000 × 1.25 = 0.00125 millionths
    // of a dollar. 2,499.9975 + 0.00125 = 2,499.99875 of them; (2,499.9975 + 0.00125) ÷ 1,000,000 = 0.00249999875.
    check(AUTOMATIC, GPT_4O, "n=1&i=1000&o=0&b=0.000001", "0.00249999875");
    // Requests of a task: prompts of 1,000 + 2,200 = 3,200, answers of 2 × 200 = 400; 320 M and 40 M.
    // 320 × 1.25 + 40 × 5 = 400 + 200 = 600.
    check(AUTOMATIC, GPT_4O, "n=100000&y=2&i=1000&o=200&b=1", "600");
}

#[test]
fn without_both_batch_prices_a_batch_costs_the_standard_price() {
    // 800 × 0.27 + 250 × 1.1 = 216 + 275 = 491.
    check(AUTOMATIC, DEEPSEEK, "b=1", "491");
    // 800 × 2.5 + 250 × 10 = 4,500.
    check(AUTOMATIC, "input 2.5, output 10, batch_input 1.25", "b=1", "4,500");
    // 800 × 2 + 250 × 8 = 1,600 + 2,000 = 3,600.
    check(AUTOMATIC, "input 2, output 8, batch_output 4", "b=0.5", "3,600");
}

#[test]
fn nothing_costs_nothing_and_one_request_is_exact() {
    // 0 × 4,500 = 0.
    check(AUTOMATIC, GPT_4O, "n=0", "0");
    // 0 × 1 = 0, with everything that can be set.
    check(EXPLICIT, SONNET, "n=0&i=300000&o=9&c=0.5&l=1h&b=0.5&a=9&s=0.1&t=9&f=3", "0");
    // 0 × 3 + 0 × 15 = 0.
    check(EXPLICIT, SONNET, "n=1000000000000&i=0&o=0&c=1&b=0.5", "0");
    // (800 × 0.1 + 250 × 0.3) ÷ 1,000,000 = 0.000155.
    check(AUTOMATIC, STEP, "n=1", "0.000155");
    // (1,234 × 2 + 567 × 8) ÷ 1,000,000 = (2,468 + 4,536) ÷ 1,000,000 = 0.007004.
    check(AUTOMATIC, CACHED, "n=1&i=1234&o=567", "0.007004");
    // A millionth of one token read and another written, 0.999998 of it neither: read at 0.5, all else at 2.
    // (0.000001 × 0.5 + 0.999999 × 2) ÷ 1,000,000 = 0.0000019999985.
    check(AUTOMATIC, CACHED, "n=1&i=1&o=0&c=0.000001&k=1", "0.0000019999985");
    // 1 × 0.0001 ÷ 1,000,000 = 0.0000000001.
    check(AUTOMATIC, "input 0.0001, output 1000", "n=1&i=1&o=0", "0.0000000001");
    // 1 × 0.000000001 ÷ 1,000,000 = 0.000000000000001.
    check(AUTOMATIC, "input 0.000000001, output 1000", "n=1&i=1&o=0", "0.000000000000001");
}

#[test]
fn the_largest_month_is_exact_to_the_last_digit() {
    // 1,000,000 × 155 = 155,000,000.
    check(AUTOMATIC, STEP, "n=1000000000000", "155,000,000");
    // 10 M for one request: 10 × 1,000 = 10,000.
    check(AUTOMATIC, "input 1000, output 1000", "n=1&i=10000000&o=0", "10,000");
    // 1,000,000 M in and out: 1,000,000 × 0.0001 + 1,000,000 × 1,000 = 1,000,000,100.
    check(AUTOMATIC, "input 0.0001, output 1000", "n=1000000000000&i=1&o=1", "1,000,000,100");
    // 10 M each way, a trillion times: 1,000,000,000,000 × (10 × 0.0001 + 10 × 1,000) = 10,000,001,000,000,000.
    let trillion = "n=1000000000000&i=10000000&o=10000000";
    check(AUTOMATIC, "input 0.0001, output 1000", trillion, "10,000,001,000,000,000");
    // The same tried 1.999998 times: 10,000,001,000,000,000 × 1.999998 = 19,999,981,999,998,000.
    check(AUTOMATIC, "input 0.0001, output 1000", &format!("{trillion}&a=20&s=0.5"), "19,999,981,999,998,000");
    // One less of everything, and every share. Written is 0.333333 ÷ 7 = 0.047619, which costs what the rest of the
    // input does: 1 − 0.333333 = 0.666667 together. A request in dollars, in batches and then not:
    //   in: 9.999999 × 0.123457 × (0.333333 × 0.000000001 + 0.666667 × 999.999999999) = 823.046995884880656884772415638
    //   out: 9.999998 × 0.123457 × 0.0001 = 0.0001234569753086
    //   in: 9.999999 × 0.876543 × (0.333333 × 0.0001 + 0.666667 × 1,000) = 5,843.6226296283864199292181
    //   out: 9.999998 × 0.876543 × 0.0001 = 0.0008765428246914
    // The four are 6,666.670625513067076813990515638.
    // The tries are 999,999,999,999 × 2.111112 = 2,111,111,999,997.888888.
    // 6,666.670625513067076813990515638 × 2,111,111,999,997.888888 =
    //   14,074,088,357,554,067.974309369003386902518854550430544.
    let link = "n=999999999999&i=9999999&o=9999998&c=0.333333&k=7&b=0.123457&a=3&s=0.333333";
    let prices = "input 1000, output 0.0001, cache_read 0.0001, \
        batch_input 999.999999999, batch_output 0.0001, batch_cache_read 0.000000001";
    check(AUTOMATIC, prices, link, "14,074,088,357,554,067.974309369003386902518854550430544");
}
