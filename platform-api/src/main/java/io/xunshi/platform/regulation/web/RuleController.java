package io.xunshi.platform.regulation.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.regulation.TradeRule;
import io.xunshi.platform.regulation.usecase.JudgeGoods;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rules, for everybody to read. */
@RestController
@RequestMapping("/api/v1")
class RuleController {
    private final JudgeGoods judgeGoods;

    RuleController(JudgeGoods judgeGoods) {
        this.judgeGoods = judgeGoods;
    }

    /** Those in force today and those that are announced; a later version of a rule ends the one before it. */
    @GetMapping("/rules")
    @Access(Caller.PUBLIC)
    List<TradeRule> rules() {
        return judgeGoods.published();
    }
}
